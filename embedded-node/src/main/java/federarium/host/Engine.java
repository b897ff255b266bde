package federarium.host;

import federarium.coordinator.Changes;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.CompressionSpec;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.transport.CoordinatorVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final SpentElsewhere elsewhere;

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
        this.elsewhere = new SpentElsewhere(store);
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
        Prepared prepared = Prepared.of(scenario, cache);
        SettingsJson settings = new SettingsJson(scenario, Changes.NONE, prepared.stake());
        String run = create(settings, null);
        Beginning beginning = Beginning.fresh(scenario, prepared.start());
        return launch(run, settings, prepared, beginning, drive, null);
    }

    /**
     * Opens a door for nodes of other machines, which take the first seats of a run to come.
     *
     * @throws BadInputException if such a run cannot be
     */
    public Workshop open(Scenario scenario, Workshop.Plan plan, Workshop.Watcher watcher) {
        return Workshop.open(vertx, scenario, Prepared.of(scenario, cache), plan, watcher);
    }

    /** Starts a new run with those who came in, and the others here; closes the door in the end. */
    public Federation start(Workshop workshop, Drive drive) {
        Scenario scenario = workshop.scenario();
        Prepared prepared = workshop.prepared();
        SettingsJson settings = new SettingsJson(scenario, Changes.NONE, prepared.stake(), true);
        String run = create(settings, null);
        Beginning beginning = Beginning.fresh(scenario, prepared.start());
        return launch(run, settings, prepared, beginning, drive, workshop);
    }

    /**
     * Opens the door of an interrupted run again, for the nodes of other machines that were in it;
     * nothing if there were none.
     *
     * @param home where the door was kept
     * @throws BadInputException if the run has completed or failed, or its file has changed
     */
    public Optional<Workshop> reopen(String run, Path home, Workshop.Watcher watcher) {
        RunRecord record = store.run(run);
        requireInterrupted(record);
        Optional<KeptDoor> door = KeptDoor.of(home, run);
        SettingsJson settings = SettingsJson.read(run, record.settings());
        return door.map(kept ->
                Workshop.again(
                        vertx,
                        new Workshop.Again(
                                run, kept, Taken.in(record.lastRound(), store.events(run))),
                        settings.scenario(),
                        Prepared.again(run, settings, cache),
                        home,
                        watcher));
    }

    /** Goes on with a run whose nodes are back; closes the door in the end. */
    public Federation resume(Workshop workshop, Drive drive) {
        return resume(workshop.run(), drive, workshop);
    }

    /**
     * Goes on with an interrupted run after its last checkpoint, with simulated nodes in all seats.
     *
     * @throws BadInputException if the run has completed or failed, or its file has changed, or
     *     nodes of other machines took with them what the next round needs
     */
    public Federation resume(String run, Drive drive) {
        return resume(run, drive, null);
    }

    private Federation resume(String run, Drive drive, @Nullable Workshop workshop) {
        RunRecord record = store.run(run);
        requireInterrupted(record);
        SettingsJson settings = SettingsJson.read(run, record.settings());
        if (workshop == null) {
            requireNothingElsewhere(run, settings, record.lastRound());
        }
        Prepared prepared = Prepared.again(run, settings, cache);
        Checkpoint last = store.latest(run).orElse(null);
        requireNewest(record, settings, last);
        Beginning beginning = Beginning.after(settings, last, prepared.start(), store.events(run));
        store.setState(run, RunState.RUNNING);
        return launch(run, settings, prepared, beginning, drive, workshop);
    }

    /**
     * What a node keeps from round to round is on its machine, and in no checkpoint of this one.
     */
    private static void requireNothingElsewhere(String run, SettingsJson settings, int round) {
        Scenario scenario = settings.scenario();
        boolean keeps =
                scenario.aggregation().rule() instanceof Rule.Scaffold
                        || !(scenario.compression() instanceof CompressionSpec.None);
        if (settings.hosted() && keeps && round > 0) {
            throw new BadInputException(
                    run
                            + ": nodes of other machines keep what its next round needs (SCAFFOLD's"
                            + " controls, what compression held back); it goes on with them:"
                            + " federarium resume "
                            + run);
        }
    }

    /** Rounds whose noise is not drawn twice cannot be run again to come to a newer state. */
    private static void requireNewest(
            RunRecord record, SettingsJson settings, @Nullable Checkpoint last) {
        int round = last == null ? 0 : last.round();
        if (!settings.repeats() && round < record.lastRound()) {
            throw new BadInputException(
                    ("%s: its state after round %d is missing, and noise from the secure source is"
                                    + " never drawn twice; fork it: federarium fork %s --round %d")
                            .formatted(record.id(), record.lastRound(), record.id(), round));
        }
    }

    private static void requireInterrupted(RunRecord record) {
        switch (record.state()) {
            case INTERRUPTED -> {}
            case RUNNING ->
                    throw new BadInputException(record.id() + ": is running in this process");
            case COMPLETED, FAILED ->
                    throw new BadInputException(
                            "%s: has %s; fork it to go another way: federarium fork %s --round %d"
                                    .formatted(
                                            record.id(),
                                            record.state().name().toLowerCase(Locale.ROOT),
                                            record.id(),
                                            Math.max(0, record.lastRound() - 1)));
        }
    }

    /**
     * A new run that shares rounds 0 … round with another and then goes on with some settings
     * changed.
     *
     * @param changes values by key; only what can act from a round on, and the seed
     * @throws BadInputException if the run has not closed that round, or a change needs a new run
     */
    public Federation fork(String parent, int round, Map<String, String> changes, Drive drive) {
        requireNothingElsewhere(
                parent, SettingsJson.read(parent, store.run(parent).settings()), round);
        Fork fork = Fork.of(store, parent, round, changes);
        Prepared prepared = Prepared.again(parent, fork.settings(), cache);
        fork.require(prepared.data());
        String run = create(fork.settings(), parent);
        Beginning beginning = fork.beginning(run, prepared.start());
        if (fork.checkpoint() != null) {
            store.commit(run, beginning.logged(), fork.checkpoint());
        }
        return launch(run, fork.settings(), prepared, beginning, drive, null);
    }

    private String create(SettingsJson settings, @Nullable String parent) {
        Scenario scenario = settings.scenario();
        return store.create(
                        scenario.name(),
                        settings.write(),
                        scenario.seed(),
                        scenario.rounds(),
                        parent)
                .id();
    }

    private Federation launch(
            String run,
            SettingsJson settings,
            Prepared prepared,
            Beginning own,
            Drive drive,
            @Nullable Workshop workshop) {
        Scenario started = settings.started();
        int nodes = prepared.data().nodes().size();
        int every =
                nodes <= CHECKPOINT_EVERY_ROUND_UP_TO || !settings.repeats()
                        ? 1
                        : ROUNDS_BETWEEN_CHECKPOINTS;
        Beginning beginning =
                elsewhere.carriedInto(own, run, started, prepared.stake(), prepared.ids());
        NodeMemories memories = new NodeMemories(beginning.memories());
        EventWriter writer =
                new EventWriter(
                        run,
                        store,
                        beginning.logged().size() + 1,
                        beginning.expected(),
                        drive == Drive.WATCHED,
                        asked ->
                                asked.round() % every == 0 || asked.round() == started.rounds()
                                        ? KeptState.of(asked, memories.all())
                                        : null);
        HostedFederation federation =
                new HostedFederation(
                        vertx,
                        workers,
                        store,
                        prepared.plan(run, started, beginning.opening()),
                        prepared,
                        memories,
                        writer,
                        started,
                        new Hostility(settings.scenario(), beginning.changes(), nodes),
                        drive,
                        workshop);
        federation.begin(beginning.state());
        return federation;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
