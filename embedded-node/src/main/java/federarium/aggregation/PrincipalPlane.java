package federarium.aggregation;

/**
 * Points on the plane of their two first principal components, from the squared distances between
 * them alone: with B = −½ J D J, J = I − 11ᵀ ÷ n, the coordinates are √λ times B's eigenvectors
 * (Torgerson, "Multidimensional scaling", Psychometrika 1952), found by orthogonal iteration.
 *
 * <p>Each axis points so that the point farthest out on it is positive.
 *
 * @param explained (λ₁ + λ₂) ÷ Σ λ; 1 where all points are one
 */
record PrincipalPlane(double[] x, double[] y, double explained) {
    private static final int MOST_ITERATIONS = 500;
    private static final double STILL = 1e-9;

    static PrincipalPlane of(double[][] squaredDistances) {
        double[][] centred = centred(squaredDistances);
        int n = centred.length;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += centred[i][i];
        }
        if (!(trace > 0)) {
            return new PrincipalPlane(new double[n], new double[n], 1);
        }
        double[] first = dominant(centred, new double[n]);
        double[] second = dominant(centred, first);
        double one = rayleigh(centred, first);
        double two = rayleigh(centred, second);
        return new PrincipalPlane(
                placed(first, one), placed(second, two), Math.min(1, (one + two) / trace));
    }

    private static double[][] centred(double[][] distances) {
        int n = distances.length;
        double[] rows = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i] += distances[i][j] / n;
            }
            all += rows[i] / n;
        }
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i][j] = -.5 * (distances[i][j] - rows[i] - rows[j] + all);
            }
        }
        return centred;
    }

    /** The eigenvector of the largest eigenvalue among those at right angles to another one. */
    private static double[] dominant(double[][] matrix, double[] other) {
        int n = matrix.length;
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = StrictMath.sin(1 + i);
        }
        aside(vector, other);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] next = times(matrix, vector);
            aside(next, other);
            double change = 0;
            for (int i = 0; i < n; i++) {
                change = Math.max(change, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (change < STILL) {
                break;
            }
        }
        return vector;
    }

    /** Takes the other's direction out of a vector and makes it one long, or leaves it zero. */
    private static void aside(double[] vector, double[] other) {
        double along = dot(vector, other);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= along * other[i];
        }
        double norm = StrictMath.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = norm == 0 ? 0 : vector[i] / norm;
        }
    }

    private static double rayleigh(double[][] matrix, double[] vector) {
        return Math.max(0, dot(vector, times(matrix, vector)));
    }

    private static double[] placed(double[] vector, double eigenvalue) {
        double farthest = 0;
        for (double each : vector) {
            farthest = Math.abs(each) > Math.abs(farthest) ? each : farthest;
        }
        double scale = Math.signum(farthest) * StrictMath.sqrt(eigenvalue);
        double[] placed = new double[vector.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = scale * vector[i] + 0.0;
        }
        return placed;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
