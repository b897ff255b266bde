package federarium.topology;

/**
 * A symmetric tridiagonal matrix, and how to bring any symmetric one to that form without changing
 * its eigenvalues: Householder's reflections, then Sturm sequences (Golub and Van Loan, "Matrix
 * Computations", 4th edition, sections 8.3.1 and 8.4.1).
 *
 * @param diagonal n values
 * @param beside the n − 1 values on either side of it
 */
record Tridiagonal(double[] diagonal, double[] beside) {

    /**
     * Reduces a symmetric matrix, of which the array is used up; about 2n³ operations.
     *
     * @param a n × n
     */
    static Tridiagonal of(double[][] a) {
        int n = a.length;
        double[] diagonal = new double[n];
        double[] beside = new double[Math.max(0, n - 1)];
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k];
            if (k < n - 1) {
                beside[k] = reflect(a, k);
            }
        }
        return new Tridiagonal(diagonal, beside);
    }

    /**
     * A ← HAH for rows and columns after k, H = I − 2vvᵀ chosen such that of column k below the
     * diagonal only the first entry is left.
     *
     * @return that entry
     */
    private static double reflect(double[][] a, int k) {
        int n = a.length;
        double norm = 0;
        for (int i = k + 1; i < n; i++) {
            norm += a[k][i] * a[k][i];
        }
        norm = StrictMath.sqrt(norm);
        if (norm == 0) {
            return 0;
        }
        double left = a[k][k + 1] > 0 ? -norm : norm;
        double[] v = a[k].clone();
        v[k + 1] -= left;
        double length = StrictMath.sqrt(2 * norm * (norm + Math.abs(a[k][k + 1])));
        for (int i = k + 1; i < n; i++) {
            v[i] /= length;
        }
        double[] p = new double[n];
        for (int i = k + 1; i < n; i++) {
            addTo(p, v[i], a[i], k + 1);
        }
        double along = 0;
        for (int i = k + 1; i < n; i++) {
            along += v[i] * p[i];
        }
        addTo(p, -along, v, k + 1);
        for (int i = k + 1; i < n; i++) {
            addTo(a[i], -2 * v[i], p, k + 1);
            addTo(a[i], -2 * p[i], v, k + 1);
        }
        return left;
    }

    private static void addTo(double[] target, double scale, double[] values, int from) {
        for (int i = from; i < target.length; i++) {
            target[i] += scale * values[i];
        }
    }

    /** max |λ|, to within a few roundings of itself. */
    double largestAbsoluteEigenvalue() {
        double bound = 0;
        for (int i = 0; i < diagonal.length; i++) {
            double radius = Math.abs(diagonal[i]) + absBeside(i - 1) + absBeside(i);
            bound = Math.max(bound, radius);
        }
        double low = 0;
        double high = bound;
        double middle = bound / 2;
        while (low < middle && middle < high) {
            if (hasEigenvalueBeyond(middle)) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return high;
    }

    private double absBeside(int i) {
        return i < 0 || i >= beside.length ? 0 : Math.abs(beside[i]);
    }

    private boolean hasEigenvalueBeyond(double x) {
        return eigenvaluesBelow(-x) > 0 || eigenvaluesBelow(x) < diagonal.length;
    }

    /** How many eigenvalues are below x: the negative pivots of T − xI. */
    private int eigenvaluesBelow(double x) {
        int below = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.length; i++) {
            double off = absBeside(i - 1);
            pivot = diagonal[i] - x - (i == 0 ? 0 : off * off / pivot);
            if (pivot == 0) {
                pivot = Double.MIN_NORMAL;
            }
            if (pivot < 0) {
                below++;
            }
        }
        return below;
    }
}
