package federarium.scenario;

/**
 * What a node does with its rows in a round: E passes in batches of B, or a number of steps, along
 * the gradient g of its mean loss. A step of round t at parameters y, which began at the global
 * model x, follows
 *
 * <p>g(y) + μ(y − x) + λy, by the rate η_l · d^(t−1).
 *
 * @param learningRate η_l
 * @param localEpochs E
 * @param batchSize B, or {@link #ALL_ROWS}
 * @param optimizer what a step makes of that
 * @param proximalMu μ, the pull of FedProx (Li et al., "Federated optimization in heterogeneous
 *     networks", MLSys 2020)
 * @param weightDecay λ, L2 in the gradient, for all parameters alike
 * @param learningRateDecay d
 * @param localSteps exactly so many steps, however many passes that are; 0 for E passes
 * @param earlyStop the share by which the mean loss has to fall from pass to pass, otherwise the
 *     pass is the last one; 0 for E passes whatever the loss does
 * @param mostSteps steps after which a node stops wherever it is, to be back by a deadline
 */
public record Training(
        double learningRate,
        int localEpochs,
        int batchSize,
        Optimizer optimizer,
        double proximalMu,
        double weightDecay,
        double learningRateDecay,
        int localSteps,
        double earlyStop,
        int mostSteps) {
    /** The batch size of a step on all of a node's rows. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    /** What a step makes of its gradient; its state is fresh in every round. */
    public sealed interface Optimizer {
        /** Follows it. */
        record Sgd() implements Optimizer {}

        /** m ← βm + g, and follows m. */
        record Momentum(double beta) implements Optimizer {}

        /** Adam (Kingma, Ba 2015) with β .9 and .999, ε 1e-8. */
        record Adam() implements Optimizer {}
    }

    /** Passes by plain gradient descent. */
    public Training(double learningRate, int localEpochs, int batchSize) {
        this(learningRate, localEpochs, batchSize, new Optimizer.Sgd(), 0, 0, 1, 0, 0);
    }

    /** Training that no deadline stops. */
    public Training(
            double learningRate,
            int localEpochs,
            int batchSize,
            Optimizer optimizer,
            double proximalMu,
            double weightDecay,
            double learningRateDecay,
            int localSteps,
            double earlyStop) {
        this(
                learningRate,
                localEpochs,
                batchSize,
                optimizer,
                proximalMu,
                weightDecay,
                learningRateDecay,
                localSteps,
                earlyStop,
                Integer.MAX_VALUE);
    }

    /** The most steps that it can come to on so many rows; fewer where it stops early. */
    public int stepsOn(int rows) {
        long passes = (long) localEpochs * Math.ceilDiv(rows, Math.min(batchSize, rows));
        return (int) Math.min(mostSteps, localSteps > 0 ? localSteps : passes);
    }

    /** η_l · d^(t−1). */
    public double rate(int round) {
        return learningRate * StrictMath.pow(learningRateDecay, round - 1);
    }

    /** A single pass of a node that trains for itself: nothing pulls it anywhere. */
    public Training alonePass() {
        return new Training(
                learningRate, 1, batchSize, optimizer, 0, weightDecay, learningRateDecay, 0, 0);
    }

    /** Exactly so many steps, pulled to where they began by another μ. */
    public Training steps(int number, double mu) {
        return new Training(
                learningRate,
                localEpochs,
                batchSize,
                optimizer,
                mu,
                weightDecay,
                learningRateDecay,
                number,
                0);
    }

    /** The same, but no more than so many steps. */
    public Training withMostSteps(int most) {
        return new Training(
                learningRate,
                localEpochs,
                batchSize,
                optimizer,
                proximalMu,
                weightDecay,
                learningRateDecay,
                localSteps,
                earlyStop,
                most);
    }

    /** The same with the rate that it has in a round, for whoever counts rounds otherwise. */
    public Training at(int round) {
        return new Training(
                rate(round),
                localEpochs,
                batchSize,
                optimizer,
                proximalMu,
                weightDecay,
                1,
                localSteps,
                earlyStop,
                mostSteps);
    }
}
