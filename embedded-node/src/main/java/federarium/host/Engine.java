package federarium.host;

import federarium.coordinator.Changes;
import federarium.coordinator.RunPlan;
import federarium.data.DataLoader;
import federarium.data.FederatedData;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.RecordedEvent;
import federarium.model.ModelFactory;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Setting;
import federarium.scenario.Settings;
import federarium.transport.CoordinatorVerticle;
import federarium.update.Weights;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all runs of a process share: the event bus, the worker threads, the run store. */
public final class Engine implements AutoCloseable {
    private static final int CHECKPOINT_EVERY_ROUND_UP_TO = 50;
    private static final int ROUNDS_BETWEEN_CHECKPOINTS = 5;

    private final Vertx vertx;
    private final RunStore store;
    private final VertxWorkers workers;
    private final DataCache cache = new DataCache();

    /** How a run is to be driven. */
    public enum Drive {
        /** Flat out; yardsticks when the last round is over. */
        UNATTENDED,
        /** Standing still until it is told to play; yardsticks in the background meanwhile. */
        WATCHED
    }

    /** An engine on a bus of its own or of a test's, which it closes in the end. */
    Engine(RunStore store, Vertx vertx, int threads) {
        this.store = store;
        this.vertx = vertx;
        this.workers = new VertxWorkers(vertx, threads);
        CoordinatorVerticle.registerMessages(vertx.eventBus());
    }

    /**
     * An engine that keeps its runs in the store; closing the engine leaves the store open.
     *
     * @param threads how many threads train at a time
     */
    public static Engine on(RunStore store, int threads) {
        VertxOptions options =
                new VertxOptions()
                        .setEventLoopPoolSize(2)
                        .setMaxEventLoopExecuteTime(10)
                        .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
                        .setFileSystemOptions(
                                new FileSystemOptions()
                                        .setFileCachingEnabled(false)
                                        .setClassPathResolvingEnabled(false));
        return new Engine(store, Vertx.vertx(options), threads);
    }

    /**
     * Starts a new run.
     *
     * @throws BadInputException if the scenario and its data do not go together
     */
    public Federation start(Scenario scenario, Drive drive) {
        Prepared prepared = prepare(scenario);
        Weights initial = prepared.models.initial(new RandomStreams(scenario.seed()));
        RunRecord record = create(scenario, Changes.NONE, null);
        Beginning beginning = Beginning.fresh(scenario, initial);
        return launch(record.id(), scenario, prepared, initial, beginning, drive);
    }

    /**
     * Goes on with an interrupted run after its last checkpoint.
     *
     * @throws BadInputException if the run has completed or failed
     */
    public Federation resume(String run, Drive drive) {
        RunRecord record = store.run(run);
        if (record.state() == RunState.COMPLETED || record.state() == RunState.FAILED) {
            throw new BadInputException(
                    "%s: has %s; fork it to go another way: federarium fork %s --round %d"
                            .formatted(
                                    run,
                                    record.state() == RunState.COMPLETED ? "completed" : "failed",
                                    run,
                                    Math.max(0, record.lastRound() - 1)));
        }
        if (record.state() == RunState.RUNNING) {
            throw new BadInputException(run + ": is running in this process");
        }
        SettingsJson settings = SettingsJson.read(run, record.settings());
        Prepared prepared = prepare(settings.scenario());
        Weights initial = prepared.models.initial(new RandomStreams(settings.scenario().seed()));
        Beginning beginning =
                Beginning.after(
                        settings.scenario(),
                        settings.changes(),
                        store.latest(run).orElse(null),
                        initial,
                        store.events(run));
        store.setState(run, RunState.RUNNING);
        return launch(run, settings.started(), prepared, initial, beginning, drive);
    }

    /**
     * A new run that shares rounds 0 … round with another and then goes on with some settings
     * changed.
     *
     * @param changes values by key; only what can act from a round on, and the seed
     * @throws BadInputException if the run has not closed that round, or a change needs a new run
     */
    public Federation fork(String parent, int round, Map<String, String> changes, Drive drive) {
        RunRecord record = store.run(parent);
        if (round < 0 || round > record.lastRound()) {
            throw new BadInputException(
                    "--round: %d is not a closed round of %s; allowed: 0 to %d"
                            .formatted(round, parent, record.lastRound()));
        }
        SettingsJson settings = SettingsJson.read(parent, record.settings());
        Scenario scenario = settings.scenario();
        List<RecordedEvent> shared = shared(parent, round);
        Changes acting = Changes.in(shared.stream().map(RecordedEvent::event).toList());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String key = requireLive(change.getKey(), true).key();
            acting = acting.plus(new SettingChanged(round + 1, key, change.getValue()));
        }
        Scenario changed = new SettingsJson(scenario, acting).started();
        Prepared prepared = prepare(scenario);
        Weights initial = prepared.models.initial(new RandomStreams(scenario.seed()));
        RunRecord child = create(scenario, acting, parent);
        Checkpoint checkpoint = store.at(parent, round).orElse(null);
        Beginning beginning = Beginning.after(scenario, acting, checkpoint, initial, shared);
        Beginning own =
                new Beginning(
                        beginning.state(),
                        Beginning.renamed(beginning.logged(), child.id()),
                        List.of());
        if (checkpoint != null) {
            store.commit(child.id(), own.logged(), checkpoint);
        }
        return launch(child.id(), changed, prepared, initial, own, drive);
    }

    /** The log of a run through the closing of a round. */
    private List<RecordedEvent> shared(String run, int round) {
        return store.events(run).stream().filter(each -> each.event().round() <= round).toList();
    }

    /**
     * The setting of that name, if a run that has begun can take a change of it.
     *
     * @param inFork whether the change makes a run of its own, so that the seed may change too
     * @throws BadInputException if there is none, or it can't
     */
    static Setting requireLive(String key, boolean inFork) {
        Setting setting = Settings.find(key);
        if (setting == null) {
            throw new BadInputException("--set: " + key + ": unknown key");
        }
        if (!setting.live() && !(inFork && key.equals("seed"))) {
            throw new BadInputException(
                    "--set: %s: can't change in mid-run; allowed: %s; start a new run for others"
                            .formatted(setting.key(), liveKeys()));
        }
        return setting;
    }

    private static String liveKeys() {
        List<String> keys =
                Settings.all().stream().filter(Setting::live).map(Setting::key).toList();
        return String.join(", ", keys);
    }

    private RunRecord create(Scenario scenario, Changes changes, @Nullable String parent) {
        String settings = new SettingsJson(scenario, changes).write();
        return store.create(scenario.name(), settings, scenario.seed(), scenario.rounds(), parent);
    }

    private record Prepared(FederatedData data, ModelFactory models) {}

    private Prepared prepare(Scenario scenario) {
        Models.preload(scenario);
        FederatedData data = cache.load(scenario);
        return new Prepared(data, Models.of(scenario, data.dataset()));
    }

    private Federation launch(
            String run,
            Scenario scenario,
            Prepared prepared,
            Weights initial,
            Beginning beginning,
            Drive drive) {
        List<NodeJoined> seats =
                prepared.data.nodes().stream()
                        .map(node ->
                                new NodeJoined(
                                        0,
                                        node.id(),
                                        node.name(),
                                        node.train().length,
                                        node.test().length,
                                        node.labelCounts(prepared.data.dataset())))
                        .toList();
        RunPlan plan =
                new RunPlan(
                        run,
                        scenario,
                        seats,
                        prepared.data.dataset().classNames(),
                        prepared.models.compute(),
                        initial);
        int every = seats.size() <= CHECKPOINT_EVERY_ROUND_UP_TO ? 1 : ROUNDS_BETWEEN_CHECKPOINTS;
        EventWriter writer =
                new EventWriter(
                        run,
                        store,
                        beginning.logged().size() + 1,
                        beginning.expected(),
                        round -> round % every == 0 || round == scenario.rounds());
        HostedFederation federation =
                new HostedFederation(
                        vertx, workers, store, plan, prepared.data, prepared.models, writer, drive);
        federation.begin(beginning.state());
        return federation;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Data that were loaded last; a reset, a sweep or a what-if needs the same again. */
    private static final class DataCache {
        private record Key(Scenario.DataSpec data, @Nullable Integer clients, long seed) {}

        private @Nullable Key key;
        private @Nullable FederatedData data;

        synchronized FederatedData load(Scenario scenario) {
            Key wanted = new Key(scenario.data(), scenario.clients(), scenario.seed());
            FederatedData held = data;
            if (held == null || !wanted.equals(key)) {
                held =
                        DataLoader.load(
                                scenario.data(),
                                scenario.clients(),
                                new RandomStreams(scenario.seed()));
                data = held;
                key = wanted;
            }
            return held;
        }
    }
}
