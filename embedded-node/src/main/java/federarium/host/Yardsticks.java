package federarium.host;

import federarium.client.LocalTraining;
import federarium.coordinator.YardstickSource;
import federarium.data.FederatedData;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.FederationEvent.YardsticksSkipped;
import federarium.model.LocalModel;
import federarium.model.Predictions;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import federarium.scenario.Training;
import federarium.update.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What training without a federation gives: every node alone on its own rows, and all rows pooled.
 *
 * <p>Both start from the run's initial model and make the passes over their rows that the run makes
 * on average, round(k·E·C) by round k (for E, steps by batches a pass where steps are counted),
 * with the same optimizer, anew in every pass; they are measured on all held-out rows, like the
 * global model.
 */
final class Yardsticks implements YardstickSource {
    private static final int MOST_NODES = 100;
    private static final int MOST_POINTS = 10;

    /** Predictions that may be spent on it: a few seconds for the largest built-in model. */
    private static final long MOST_PREDICTIONS = 2_000_000;

    private final Scenario scenario;
    private final FederatedData data;
    private final Weights initial;
    private final ModelPool models;
    private final Workers workers;
    private final int[] testRows;
    private @Nullable CompletableFuture<List<FederationEvent>> begun;
    private final LongAdder nanos = new LongAdder();
    private volatile boolean cancelled;

    Yardsticks(
            Scenario scenario,
            FederatedData data,
            Weights initial,
            ModelPool models,
            Workers workers) {
        this.scenario = scenario;
        this.data = data;
        this.initial = initial;
        this.models = models;
        this.workers = workers;
        this.testRows = data.test();
    }

    /** Computes them, unless that has begun before. */
    @Override
    public synchronized CompletableFuture<List<FederationEvent>> yardsticks() {
        if (begun == null) {
            String reason = reasonToSkip();
            begun =
                    reason == null
                            ? measure()
                            : CompletableFuture.completedFuture(
                                    List.of(new YardsticksSkipped(scenario.rounds(), reason)));
        }
        return begun;
    }

    /** Computing time so far, summed over threads. */
    Duration time() {
        return Duration.ofNanos(nanos.sum());
    }

    /** Gives up what has not been computed yet. */
    void cancel() {
        cancelled = true;
    }

    private @Nullable String reasonToSkip() {
        int nodes = data.nodes().size();
        return switch (scenario.yardsticks()) {
            case "never" -> "yardsticks: never";
            case "auto" ->
                    nodes > MOST_NODES
                            ? "%d nodes are more than %d; yardsticks: always computes them"
                                    .formatted(nodes, MOST_NODES)
                            : null;
            default -> null;
        };
    }

    private CompletableFuture<List<FederationEvent>> measure() {
        List<Integer> points = points();
        List<CompletableFuture<double[]>> curves = new ArrayList<>();
        for (int client = 0; client < data.nodes().size(); client++) {
            int[] rows = data.nodes().get(client).train();
            int seat = client;
            curves.add(workers.submit(() -> curve("alone", seat, rows, points)));
        }
        int[] pooled = data.train();
        curves.add(workers.submit(() -> curve("pooled", 0, pooled, points)));
        return Workers.all(curves).thenApply(all -> events(points, all));
    }

    /** Rounds to measure at: evenly spread, the last one among them. */
    List<Integer> points() {
        long predictions = (long) (data.nodes().size() + 1) * testRows.length;
        int affordable = (int) Math.clamp(MOST_PREDICTIONS / predictions, 1, MOST_POINTS);
        int count = Math.min(affordable, scenario.rounds());
        return IntStream.rangeClosed(1, count)
                .map(k -> (int) ((long) scenario.rounds() * k / count))
                .boxed()
                .toList();
    }

    private long passesBy(int round) {
        return Math.max(1, Math.round(round * passesARound()));
    }

    /** What a node makes in a round on average, whether its turn comes or not. */
    private double passesARound() {
        Training training = scenario.training();
        double passes = training.localEpochs();
        if (training.localSteps() > 0) {
            double rows = (double) data.train().length / data.nodes().size();
            passes = training.localSteps() / Math.max(1, rows / training.batchSize());
        }
        return passes * scenario.cohort().fraction();
    }

    private double[] curve(String purpose, int client, int[] rows, List<Integer> points) {
        long start = System.nanoTime();
        double[] curve =
                models.with(model -> {
                    double[] measured = new double[points.size()];
                    Weights weights = initial;
                    long made = 0;
                    for (int i = 0; i < measured.length && !cancelled; i++) {
                        long passes = passesBy(points.get(i)) - made;
                        weights = train(model, weights, purpose, client, rows, passes, made);
                        made += passes;
                        measured[i] = headline(model, weights);
                    }
                    return measured;
                });
        nanos.add(System.nanoTime() - start);
        return curve;
    }

    private Weights train(
            LocalModel model,
            Weights start,
            String purpose,
            int client,
            int[] rows,
            long passes,
            long made) {
        LocalTraining training = new LocalTraining(data.dataset(), scenario.training().alonePass());
        RandomStreams streams = new RandomStreams(scenario.seed());
        Weights weights = start;
        for (long pass = made; pass < made + passes && !cancelled; pass++) {
            RandomStream random = streams.stream(purpose, (int) pass, client);
            int round = 1 + (int) (pass / passesARound());
            weights =
                    weights.plus(
                            training.train(model, weights, rows, client, round, random).delta());
        }
        return weights;
    }

    private double headline(LocalModel model, Weights weights) {
        model.load(weights);
        Predictions predictions = new Predictions(data.dataset(), testRows);
        predictions.predict(model, 0, testRows.length);
        if (scenario.headline().equals("averagePrecision")) {
            Double precision = predictions.ranking(0, testRows.length).averagePrecision();
            return precision == null ? Double.NaN : precision;
        }
        return predictions.accuracy(0, testRows.length);
    }

    private static List<FederationEvent> events(List<Integer> points, List<double[]> curves) {
        List<FederationEvent> events = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int point = i;
            List<double[]> alone = curves.subList(0, curves.size() - 1);
            double mean = alone.stream().mapToDouble(c -> c[point]).average().orElseThrow();
            double worst = alone.stream().mapToDouble(c -> c[point]).min().orElseThrow();
            double pooled = curves.getLast()[point];
            events.add(new YardstickMeasured(points.get(i), mean, worst, pooled));
        }
        return events;
    }
}
