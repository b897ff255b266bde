package federarium.topology;

import java.util.Arrays;

/**
 * How neighbours mix their models: Metropolis–Hastings weights (Xiao, Boyd and Lall, "Distributed
 * average consensus with time-varying Metropolis weights", 2006).
 *
 * <p>W_ij = 1 ÷ (1 + max(d_i, d_j)) for neighbours i and j of degrees d, W_ii = 1 − Σ_j W_ij, and 0
 * elsewhere: symmetric, and every row and column sums to 1, so mixing keeps the mean of all models.
 * On the complete graph every weight is 1/n. Immutable.
 */
public final class Mixing {
    private final int[][] members;
    private final double[][] weights;

    private Mixing(int[][] members, double[][] weights) {
        this.members = members;
        this.weights = weights;
    }

    public static Mixing of(Graph graph) {
        int[][] members = new int[graph.nodes()][];
        double[][] weights = new double[graph.nodes()][];
        for (int node = 0; node < graph.nodes(); node++) {
            members[node] = withItself(graph.neighbours(node), node);
            weights[node] = new double[members[node].length];
            double own = 1;
            int ownPlace = 0;
            for (int at = 0; at < weights[node].length; at++) {
                int other = members[node][at];
                if (other == node) {
                    ownPlace = at;
                } else {
                    int larger = Math.max(graph.degree(node), graph.degree(other));
                    weights[node][at] = 1.0 / (1 + larger);
                    own -= weights[node][at];
                }
            }
            weights[node][ownPlace] = own;
        }
        return new Mixing(members, weights);
    }

    private static int[] withItself(int[] neighbours, int node) {
        int[] members = Arrays.copyOf(neighbours, neighbours.length + 1);
        members[neighbours.length] = node;
        Arrays.sort(members);
        return members;
    }

    /** n. */
    public int nodes() {
        return members.length;
    }

    /** W_ij. */
    public double weight(int i, int j) {
        int at = Arrays.binarySearch(members[i], j);
        return at < 0 ? 0 : weights[i][at];
    }

    /**
     * What a node has after mixing: Σ_j W_ij x_j, over its neighbours and itself in ascending order
     * of j, in double precision, rounded once.
     *
     * @param vectors x, one a node, all of the same length; only the neighbours' and its own are
     *     looked at
     */
    public float[] mixed(int node, float[]... vectors) {
        double[] sum = new double[vectors[node].length];
        for (int at = 0; at < members[node].length; at++) {
            double weight = weights[node][at];
            float[] vector = vectors[members[node][at]];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weight * vector[k];
            }
        }
        float[] rounded = new float[sum.length];
        for (int k = 0; k < sum.length; k++) {
            rounded[k] = (float) sum[k];
        }
        return rounded;
    }

    /** One step of all nodes at once: x_i ← Σ_j W_ij x_j. */
    public float[][] step(float[]... vectors) {
        float[][] next = new float[nodes()][];
        Arrays.setAll(next, node -> mixed(node, vectors));
        return next;
    }

    /**
     * max(|λ₂|, |λₙ|), where 1 = λ₁ ≥ λ₂ ≥ … ≥ λₙ are the eigenvalues of W: the factor by which a
     * step without training shrinks the {@linkplain Consensus#distance distance to consensus}, in
     * the worst case and, but for special starts, in the long run. 0 on the complete graph, 1 where
     * the graph is not connected.
     *
     * <p>To within 1e-12, in time proportional to n³: it is the largest absolute eigenvalue of W −
     * 11ᵀ/n.
     */
    public double contraction() {
        double[][] rest = new double[nodes()][nodes()];
        for (int i = 0; i < nodes(); i++) {
            Arrays.fill(rest[i], -1.0 / nodes());
            for (int at = 0; at < members[i].length; at++) {
                rest[i][members[i][at]] += weights[i][at];
            }
        }
        return Tridiagonal.of(rest).largestAbsoluteEigenvalue();
    }

    /** 1 − {@link #contraction}: the larger, the faster the nodes agree. */
    public double spectralGap() {
        return 1 - contraction();
    }
}
