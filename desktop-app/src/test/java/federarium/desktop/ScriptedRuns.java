package federarium.desktop;

import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.data.Provenance;
import federarium.event.FederationCommand;
import federarium.event.FederationEvent;
import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;
import federarium.event.Step;
import federarium.host.Federation;
import federarium.host.Watcher;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioDocument;
import federarium.scenario.ScenarioReader;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs that tell a written story: for looking at views without an engine. */
final class ScriptedRuns implements Runs {
    final int nodes;
    final int rounds;

    ScriptedRuns(int nodes, int rounds) {
        this.nodes = nodes;
        this.rounds = rounds;
    }

    @Override
    public List<String> names() {
        return List.of("digits");
    }

    @Override
    public Scenario open(String name) {
        return ScenarioReader.read(
                ScenarioDocument.parse(
                        name,
                        "name: digits\n"
                                + "title: Handwritten digits\n"
                                + "data: {source: digits-8x8}\n"
                                + "clients: "
                                + nodes
                                + "\nrounds: 50\n"));
    }

    @Override
    public Federation start(Scenario scenario) {
        return new Told(scenario);
    }

    @Override
    public void keepInMemory() {}

    @Override
    public void close() {}

    private final class Told implements Federation {
        private final Scenario scenario;
        private final List<Watcher> watchers = new ArrayList<>();
        private final FederatedData data;
        private final int nodes;
        private long seq;

        Told(Scenario scenario) {
            this.scenario = scenario;
            Integer clients = scenario.clients();
            nodes = clients == null ? ScriptedRuns.this.nodes : clients;
            data = rows(nodes);
        }

        private void tell(FederationEvent event) {
            seq++;
            watchers.forEach(w -> w.happened(new RecordedEvent(seq, Instant.EPOCH, event)));
        }

        private void tell(LiveSignal signal) {
            watchers.forEach(w -> w.signalled(signal));
        }

        @Override
        public String run() {
            return "r1";
        }

        @Override
        public Scenario scenario() {
            return scenario;
        }

        @Override
        public FederatedData data() {
            return data;
        }

        @Override
        public void watch(Watcher watcher) {
            watchers.add(watcher);
            begin();
            for (int round = 1; round <= rounds; round++) {
                play(round);
            }
            tell(new LiveSignal.Paused(rounds, Step.COMBINE));
        }

        private void begin() {
            tell(
                    new FederationEvent.RunStarted(
                            0,
                            "r1",
                            "digits",
                            1,
                            50,
                            "dense",
                            2410,
                            "vector",
                            data.dataset().classNames(),
                            "accuracy"));
            for (NodeRows node : data.nodes()) {
                tell(
                        new FederationEvent.NodeJoined(
                                0,
                                node.id(),
                                node.name(),
                                node.train().length,
                                node.test().length,
                                node.labelCounts(data.dataset())));
            }
            tell(new FederationEvent.ModelInitialized(0, "00"));
            measure(0);
            tell(new FederationEvent.RoundClosed(0, 0, 0));
            for (int round = 5; round <= 50; round += 5) {
                double gain = 1 - Math.exp(-round / 6.0);
                tell(
                        new LiveSignal.YardstickKnown(
                                new FederationEvent.YardstickMeasured(
                                        round, 0.1 + 0.72 * gain, 0.6 * gain, 0.1 + 0.87 * gain)));
            }
        }

        private void play(int round) {
            List<String> cohort = data.nodes().stream().map(NodeRows::id).toList();
            tell(new LiveSignal.StepEntered(round, Step.CHOOSE_AND_SEND));
            tell(new FederationEvent.RoundStarted(round, cohort));
            cohort.forEach(id -> tell(new FederationEvent.ModelSent(round, id, 9640)));
            tell(new LiveSignal.StepEntered(round, Step.TRAIN));
            cohort.stream().skip(2).forEach(id -> tell(new LiveSignal.NodeTrained(round, id)));
            if (round == rounds) {
                return;
            }
            tell(new LiveSignal.StepEntered(round, Step.PROTECT_AND_SEND));
            for (NodeRows node : data.nodes()) {
                tell(
                        new FederationEvent.UpdateReceived(
                                round,
                                node.id(),
                                node.train().length,
                                18,
                                1.0 / round,
                                0.8 + node.train().length / 1000.0,
                                9640));
            }
            tell(new LiveSignal.StepEntered(round, Step.COMBINE));
            tell(
                    new FederationEvent.UpdatesAggregated(
                            round,
                            data.nodes().stream()
                                    .map(n -> new FederationEvent.Share(n.id(), 1.0 / nodes))
                                    .toList(),
                            "00"));
            tell(new LiveSignal.StepEntered(round, Step.TEST_AND_REWARD));
            measure(round);
            tell(new FederationEvent.RoundClosed(round, 9640L * nodes, 9640L * nodes));
        }

        private void measure(int round) {
            Random random = new Random(round);
            double accuracy =
                    0.1 + 0.85 * (1 - Math.exp(-round / 5.0)) + random.nextGaussian() / 150;
            tell(
                    new FederationEvent.ModelEvaluated(
                            round,
                            accuracy,
                            1 - accuracy,
                            null,
                            null,
                            data.nodes().stream()
                                    .map(n ->
                                            new FederationEvent.NodeScore(
                                                    n.id(),
                                                    Math.min(
                                                            1,
                                                            accuracy - 0.06 * random.nextDouble()),
                                                    null))
                                    .toList()));
        }

        @Override
        public void submit(FederationCommand command) {}

        @Override
        public @Nullable ClientUpdate lastUpdate(String node) {
            return new ClientUpdate(
                    0,
                    1,
                    180,
                    18,
                    0.3,
                    Weights.copyOf(.01f, -.2f, .003f, 0, .5f, -.01f, .02f, .1f));
        }

        @Override
        public Duration yardstickTime() {
            return Duration.ZERO;
        }

        @Override
        public CompletableFuture<FederationState> finished() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }

    private static FederatedData rows(int nodes) {
        Random random = new Random(4);
        List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        List<NodeRows> seats = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            int size = 60 + random.nextInt(200);
            int[] train = new int[size];
            int favourite = random.nextInt(10);
            for (int row = 0; row < size; row++) {
                train[row] = labels.size();
                labels.add(random.nextInt(3) == 0 ? favourite : random.nextInt(10));
            }
            seats.add(new NodeRows(NodeRows.id(i), NodeRows.id(i), train, new int[] {0, 1, 2}));
        }
        float[][] rows = new float[labels.size()][4];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat();
            }
        }
        Dataset dataset =
                Dataset.of(
                        List.of("radius", "texture", "area", "smoothness"),
                        classes,
                        labels.stream().mapToInt(Integer::intValue).toArray(),
                        rows);
        return new FederatedData(dataset, seats, new Provenance("digits", "CC0", "made up", true));
    }
}
