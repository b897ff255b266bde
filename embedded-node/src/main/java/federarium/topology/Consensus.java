package federarium.topology;

/** How far apart the models of nodes are that have no coordinator. */
public final class Consensus {
    private Consensus() {}

    /**
     * The root mean square distance to the mean model: √(1/n Σᵢ‖xᵢ − x̄‖²), x̄ = 1/n Σᵢ xᵢ; sums in
     * double precision, in the order of nodes.
     *
     * @param vectors x, one a node, all of the same length
     */
    public static double distance(float[]... vectors) {
        double[] mean = mean(vectors);
        double squares = 0;
        for (float[] vector : vectors) {
            for (int k = 0; k < mean.length; k++) {
                double apart = vector[k] - mean[k];
                squares += apart * apart;
            }
        }
        return StrictMath.sqrt(squares / vectors.length);
    }

    private static double[] mean(float[]... vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += vector[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= vectors.length;
        }
        return mean;
    }
}
