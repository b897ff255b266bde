package federarium.host;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import federarium.projection.RoundPoint;
import federarium.projection.RunCost;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run in figures, as {@code --summary} writes it; what was not measured is null. */
public record Summary(
        String run,
        String scenario,
        long seed,
        String status,
        int rounds,
        Model model,
        Figures finalFigures,
        List<Point> curve,
        List<Client> clients,
        Yardstick yardsticks,
        Cost cost,
        @Nullable Promise privacy,
        Times timing) {

    /** The model that came out; sha256 is over its float32 parameters, little endian. */
    public record Model(String kind, int parameters, @Nullable String sha256, String compute) {}

    /**
     * The model on the rows held out from every node.
     *
     * @param personalAccuracy of the nodes' own models, each on its node's rows
     */
    public record Figures(
            double accuracy,
            double loss,
            @Nullable Double auc,
            @Nullable Double averagePrecision,
            @Nullable Double personalAccuracy) {}

    /** A round of the curve; bytes are the round's own, virtual seconds since the start. */
    public record Point(
            int round,
            double accuracy,
            double loss,
            @Nullable Double auc,
            @Nullable Double averagePrecision,
            @Nullable Double personalAccuracy,
            @Nullable Double epsilon,
            long bytesUp,
            long bytesDown,
            @Nullable Double virtualSeconds,
            List<String> cohort,
            List<String> rejected) {}

    /** A node; accuracy is the final model's on its held-out rows, personal that of its own. */
    public record Client(
            String id,
            String name,
            int examples,
            @Nullable Double accuracy,
            @Nullable Double personalAccuracy,
            @Nullable Double epsilon,
            @Nullable Double credits,
            int roundsTrained,
            String device,
            double virtualSeconds,
            double joules) {}

    /**
     * What training without a federation gives, at the last point measured.
     *
     * @param measure accuracy or averagePrecision: the scenario's headline
     */
    public record Yardstick(
            String measure,
            @Nullable Double aloneMean,
            @Nullable Double aloneWorst,
            @Nullable Double pooled,
            @Nullable String skipped) {}

    /**
     * What the run cost on the nodes' devices: simulated, computed from what these are said to be.
     *
     * @param grams of CO2
     * @param pooling the same where every node uploads its raw rows once and one server trains
     */
    public record Cost(
            long bytesUp,
            long bytesDown,
            double virtualSeconds,
            double joules,
            double grams,
            Pooled pooling) {}

    /**
     * What noise promises at the end; null where there is none, or nobody was charged.
     *
     * @param unit whose taking part is hidden, {@code client} or {@code record}
     * @param epsilon of the node that has spent most
     * @param noise {@code seeded}, which repeats with the run, or {@code secure}
     */
    public record Promise(
            String mechanism,
            String unit,
            double epsilon,
            double delta,
            String accountant,
            String noise) {}

    /** What pooling would have cost for as many passes over the rows, simulated too. */
    public record Pooled(long bytesUp, double virtualSeconds, double joules, double grams) {}

    /** Seconds; null where this process did not measure them. */
    public record Times(
            double trainSeconds,
            double evaluateSeconds,
            @Nullable Double yardstickSeconds,
            double roundsPerSecond) {}

    /**
     * The summary of a run.
     *
     * @param state with at least round 0 closed
     * @param status in words, such as completed
     * @throws IllegalArgumentException if nothing was measured yet
     */
    public static Summary of(
            FederationState state,
            String status,
            Timing timing,
            @Nullable Double yardstickSeconds) {
        RunStarted run = state.run();
        if (run == null || state.points().isEmpty()) {
            throw new IllegalArgumentException("the run has no closed round");
        }
        RoundPoint last = state.points().get(state.points().size() - 1);
        ModelEvaluated evaluation = last.evaluation();
        return new Summary(
                run.run(),
                run.scenario(),
                run.seed(),
                status.toLowerCase(Locale.ROOT),
                last.round(),
                new Model(run.model(), run.parameters(), state.modelSha256(), run.compute()),
                new Figures(
                        evaluation.accuracy(),
                        evaluation.loss(),
                        evaluation.auc(),
                        evaluation.averagePrecision(),
                        personal(last)),
                state.points().stream().map(Summary::point).toList(),
                state.nodes().list().stream().map(Summary::client).toList(),
                yardstick(run.headline(), state.yardsticks()),
                cost(state.points()),
                promise(state.points()),
                new Times(
                        timing.trainSeconds(),
                        timing.evaluateSeconds(),
                        yardstickSeconds,
                        timing.roundsPerSecond()));
    }

    private static @Nullable Double personal(RoundPoint point) {
        return point.personal() == null ? null : point.personal().accuracy();
    }

    private static Point point(RoundPoint point) {
        ModelEvaluated evaluation = point.evaluation();
        return new Point(
                point.round(),
                evaluation.accuracy(),
                evaluation.loss(),
                evaluation.auc(),
                evaluation.averagePrecision(),
                personal(point),
                point.epsilon(),
                point.bytesUp(),
                point.bytesDown(),
                point.virtualSeconds(),
                point.cohort(),
                point.rejected());
    }

    private static Client client(NodeState node) {
        NodeScore score = node.score();
        NodeScore own = node.own();
        return new Client(
                node.id(),
                node.seat().name(),
                node.seat().examples(),
                score == null ? null : score.accuracy(),
                own == null ? null : own.accuracy(),
                node.epsilon(),
                node.purse().total(),
                node.traffic().roundsTrained(),
                node.seat().device(),
                node.traffic().seconds(),
                node.traffic().joules());
    }

    private static Cost cost(List<RoundPoint> points) {
        RunCost cost = RunCost.of(points);
        Pooling pooling = cost.pooling();
        return new Cost(
                points.stream().mapToLong(RoundPoint::bytesUp).sum(),
                points.stream().mapToLong(RoundPoint::bytesDown).sum(),
                cost.seconds(),
                cost.joules(),
                cost.grams(),
                new Pooled(pooling.bytes(), pooling.seconds(), pooling.joules(), pooling.grams()));
    }

    private static @Nullable Promise promise(List<RoundPoint> points) {
        Double epsilon = points.getLast().epsilon();
        return points.reversed().stream()
                .map(RoundPoint::privacy)
                .filter(Objects::nonNull)
                .findFirst()
                .map(spent ->
                        new Promise(
                                spent.mechanism(),
                                spent.unit(),
                                Objects.requireNonNull(epsilon),
                                spent.delta(),
                                spent.accountant(),
                                spent.noiseSource()))
                .orElse(null);
    }

    private static Yardstick yardstick(String measure, FederationState.Yardsticks yardsticks) {
        if (yardsticks.points().isEmpty()) {
            return new Yardstick(measure, null, null, null, yardsticks.skipped());
        }
        YardstickMeasured last = yardsticks.points().get(yardsticks.points().size() - 1);
        return new Yardstick(measure, last.aloneMean(), last.aloneWorst(), last.pooled(), null);
    }
}
