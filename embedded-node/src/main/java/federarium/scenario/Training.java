package federarium.scenario;

/**
 * What a node does with its rows in a round: E passes in batches of B by plain gradient descent.
 *
 * @param learningRate η_l
 * @param localEpochs E
 * @param batchSize B, or {@link #ALL_ROWS}
 * @param mostSteps steps after which a node stops wherever it is, to be back by a deadline
 */
public record Training(double learningRate, int localEpochs, int batchSize, int mostSteps) {
    /** The batch size of a step on all of a node's rows. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    /** Training that nothing stops. */
    public Training(double learningRate, int localEpochs, int batchSize) {
        this(learningRate, localEpochs, batchSize, Integer.MAX_VALUE);
    }

    public Training withMostSteps(int most) {
        return new Training(learningRate, localEpochs, batchSize, most);
    }
}
