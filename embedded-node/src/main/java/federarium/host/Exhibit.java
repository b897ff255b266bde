package federarium.host;

import federarium.client.Memory;
import federarium.coordinator.Ahead;
import federarium.coordinator.Books;
import federarium.coordinator.Changes;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.RoundState;
import federarium.coordinator.RunPlan;
import federarium.coordinator.StarRound;
import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.persistence.RunStore;
import federarium.privacy.accounting.Ledger;
import federarium.privacy.noise.NoiseSource;
import federarium.scenario.BadInputException;
import federarium.scenario.Mode;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import federarium.scenario.Topology;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A node's update in a round of a kept run, computed once more from the model that it was sent, its
 * rows and its draws; or as it would have been with some settings changed.
 */
public final class Exhibit {
    private final String run;
    private final int client;
    private final boolean changed;
    private final Scenario scenario;
    private final Prepared prepared;
    private final RunPlan plan;
    private final RoundState before;
    private final SortedMap<Integer, Memory> memories;
    private final Hostility hostility;
    private final List<FederationEvent> log;
    private final @Nullable Weights after;

    private Exhibit(KeptRound source, Prepared prepared, int client, Map<String, String> changes) {
        this.run = source.record().id();
        this.client = client;
        this.changed = !changes.isEmpty();
        this.scenario = source.scenario().with("incentive.rule", "none").with(changes);
        this.prepared = prepared;
        this.plan = prepared.plan(run, scenario, List.of());
        this.before =
                RoundState.closed(
                        scenario,
                        source.round() - 1,
                        KeptState.model(source.before()),
                        KeptState.carried(source.before()),
                        new Ahead(Changes.NONE, 0));
        this.memories = KeptState.memories(source.before());
        this.hostility =
                new Hostility(
                        source.settings().scenario(),
                        source.changes(),
                        prepared.data().nodes().size());
        this.log = source.log();
        this.after = source.after() == null ? null : KeptState.model(source.after());
    }

    /**
     * Looks it up.
     *
     * @param node its id
     * @param changes values by key: of training, privacy, compression and what hides updates
     * @throws BadInputException if that round or node or what it was sent is not there any more, or
     *     the federation is none in which nodes send updates of a whole model to one coordinator
     */
    public static Exhibit of(
            RunStore store, String run, int round, String node, Map<String, String> changes) {
        for (String key : changes.keySet()) {
            if (!key.matches("(training|privacy|compression)\\..*|secureAggregation|encryption")) {
                throw new BadInputException(
                        "--set: %s: makes another federation; allowed: training.…, privacy.…,"
                                        .formatted(key)
                                + " compression.…, secureAggregation, encryption");
            }
        }
        KeptRound source = KeptRound.of(store, run, round);
        requireStar(run, source.scenario());
        Prepared prepared = Prepared.again(run, source.settings(), new DataCache());
        Exhibit exhibit = new Exhibit(source, prepared, client(prepared.ids(), run, node), changes);
        exhibit.requireRepeatable();
        exhibit.requireTookPart();
        return exhibit;
    }

    private static int client(List<String> nodes, String run, String node) {
        int client = nodes.indexOf(node);
        if (client < 0) {
            throw new BadInputException(
                    "--node: '%s' is no node of %s; allowed: %s"
                            .formatted(node, run, String.join(", ", nodes)));
        }
        return client;
    }

    private static void requireStar(String run, Scenario scenario) {
        boolean whole = !(scenario.model() instanceof ModelSpec.Dense dense) || dense.isWhole();
        if (!(scenario.topology() instanceof Topology.Star)
                || !(scenario.mode() instanceof Mode.Synchronous)
                || scenario.personal() instanceof PersonalSpec.FedPer
                || !whole) {
            throw new BadInputException(
                    run
                            + ": no coordinator is sent updates of a whole model in it, round by"
                            + " round; allowed: runs with topology.kind star, mode synchronous,"
                            + " one width and personalisation none or ditto");
        }
    }

    private void requireRepeatable() {
        Mechanism mechanism = scenario.privacy().mechanism();
        if (scenario.data().file() != null
                && (mechanism == Mechanism.LOCAL || mechanism == Mechanism.DP_SGD)) {
            throw new BadInputException(
                    run
                            + ": noise over rows from a file is never drawn twice, so what a node"
                            + " sent cannot be computed again; allowed: runs on the built-in data,"
                            + " or without local and dpSgd");
        }
    }

    private void requireTookPart() {
        List<String> cohort = cohortIds();
        if (!cohort.contains(node())) {
            throw new BadInputException(
                    "--node: %s took no part in round %d; allowed: %s"
                            .formatted(node(), round(), String.join(", ", cohort)));
        }
    }

    private List<String> cohortIds() {
        return log.stream()
                .filter(event -> event instanceof RoundStarted && event.round() == round())
                .map(event -> ((RoundStarted) event).cohort())
                .reduce(List.of(), (_, last) -> last);
    }

    public String run() {
        return run;
    }

    public int round() {
        return before.round() + 1;
    }

    public String node() {
        return prepared.ids().get(client);
    }

    int client() {
        return client;
    }

    /** Whether settings were changed for it. */
    boolean isChanged() {
        return changed;
    }

    /** The scenario as it was in that round, with the changes. */
    public Scenario scenario() {
        return scenario;
    }

    public FederatedData data() {
        return prepared.data();
    }

    ModelPool models() {
        return new ModelPool(prepared.models());
    }

    /** The node's training rows. */
    int[] rows() {
        return data().nodes().get(client).train();
    }

    /** x: the model that it was sent. */
    Weights model() {
        return before.model();
    }

    /** The model after the round, or null where it was not kept. */
    @Nullable Weights released() {
        return after;
    }

    Train request() {
        return request(client);
    }

    private Train request(int of) {
        return new StarRound(plan).request(before, of);
    }

    /** What the node sent, or would have. */
    ClientUpdate update() {
        return trainer(data(), plan.noise()).train(request());
    }

    /** What it would have sent had these been its rows. */
    ClientUpdate update(Dataset rows, long noiseSeed) {
        return embedded(data(), NoiseSource.seeded(noiseSeed)).on(rows, client).train(request());
    }

    /** Σ n_k Δ_k ÷ Σ n_k of all that took part in the round: all that a sum tells. */
    Weights meanOfAll() {
        List<Integer> clients =
                cohortIds().stream().map(each -> prepared.ids().indexOf(each)).toList();
        Trainer trainer = trainer(data(), plan.noise());
        double all = clients.stream().mapToInt(each -> examples(each)).sum();
        float[] sum = new float[model().size()];
        for (int each : clients) {
            trainer.train(request(each)).delta().addTo(sum, (float) (examples(each) / all));
        }
        return Weights.owning(sum);
    }

    /** How many took part in the round. */
    int cohort() {
        return cohortIds().size();
    }

    private int examples(int of) {
        return data().nodes().get(of).train().length;
    }

    private Trainer trainer(FederatedData rows, NoiseSource noise) {
        return new HostileTrainer(
                embedded(rows, noise),
                hostility,
                new Triggers(rows.dataset()),
                scenario.aggregation().serverLearningRate());
    }

    private EmbeddedTrainer embedded(FederatedData rows, NoiseSource noise) {
        return new EmbeddedTrainer(
                rows, List.of(models()), new NodeMemories(memories), noise, null);
    }

    NoiseSource noise() {
        return plan.noise();
    }

    /** Whether the log tells of an update of exactly that length; null where it was changed. */
    @Nullable Boolean isLogged(ClientUpdate update) {
        if (changed) {
            return null;
        }
        return log.stream()
                .anyMatch(event ->
                        event instanceof UpdateReceived received
                                && received.round() == round()
                                && received.node().equals(node())
                                && received.norm() == update.delta().norm());
    }

    /** What the run has charged the node by the end of the round. */
    Ledger charged() {
        List<String> ids = data().nodes().stream().map(NodeRows::id).toList();
        return Books.after(log, ids::indexOf).of(client);
    }

    /** What this round alone charges it. */
    Ledger charge() {
        return new StarRound(plan).charge(scenario, client);
    }
}
