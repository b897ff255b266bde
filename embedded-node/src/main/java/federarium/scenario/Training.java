package federarium.scenario;

/**
 * What a node does with its rows in a round: E passes in batches of B by plain gradient descent.
 *
 * @param learningRate η_l
 * @param localEpochs E
 * @param batchSize B, or {@link #ALL_ROWS}
 */
public record Training(double learningRate, int localEpochs, int batchSize) {
    /** The batch size of a step on all of a node's rows. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;
}
