package federarium.attack;

/**
 * Model replacement: the update (X − x) ÷ (η Σ p), so that x + η Σ p Δ becomes X where the others
 * have stopped moving. Hostile nodes that do it together share the move. Bagdasaryan et al., "How
 * to backdoor federated learning", AISTATS 2020.
 */
public final class Replacement {
    private Replacement() {}

    /**
     * What to multiply X − x with.
     *
     * @param serverLearningRate η
     * @param hostileExamples training rows of all hostile nodes
     * @param examples of all nodes
     */
    public static double boost(double serverLearningRate, long hostileExamples, long examples) {
        return (double) examples / (serverLearningRate * hostileExamples);
    }
}
