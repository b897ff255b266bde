package federarium.host;

import federarium.client.FedPer;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorPorts;
import federarium.coordinator.Evaluator;
import federarium.coordinator.Pace;
import federarium.coordinator.RoundState;
import federarium.coordinator.RunPlan;
import federarium.coordinator.SumTerms;
import federarium.coordinator.Sums;
import federarium.data.FederatedData;
import federarium.event.FederationCommand;
import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationCommand.ChangeSettings;
import federarium.event.FederationCommand.Stop;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;
import federarium.event.Step;
import federarium.host.Engine.Drive;
import federarium.identity.PublicIdentity;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Scenario;
import federarium.transport.CoordinatorVerticle;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A federation whose coordinator and nodes are verticles of this process. */
final class HostedFederation implements Federation {
    private final Vertx vertx;
    private final VertxWorkers workers;
    private final RunStore store;
    private final RunPlan plan;
    private final FederatedData data;
    private final NodeMemories memories;
    private final HeldModels held;
    private final Prepared prepared;
    private final @Nullable FedPer fedPer;
    private final EventWriter writer;
    private final Hostility hostility;
    private final Triggers triggers;
    private final Scenario started;
    private final Drive drive;
    private final @Nullable Workshop workshop;
    private final PlaybackClock clock;
    private final ModelPool models;
    private final List<ModelPool> nodeModels;
    private final Yardsticks yardsticks;
    private final BackgroundWorkers background = new BackgroundWorkers();
    private final Map<Integer, ClientUpdate> lastUpdates = new ConcurrentHashMap<>();
    private final CompletableFuture<FederationState> finished = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<String> deployments = new ArrayList<>();
    private @Nullable CoordinatorVerticle coordinator;

    /** The scenario with every change that was asked for. */
    private Scenario changed;

    private volatile FederationState state = FederationState.EMPTY;

    HostedFederation(
            Vertx vertx,
            VertxWorkers workers,
            RunStore store,
            RunPlan plan,
            Prepared prepared,
            NodeMemories memories,
            EventWriter writer,
            Scenario started,
            Hostility hostility,
            Drive drive,
            @Nullable Workshop workshop) {
        this.vertx = vertx;
        this.workers = workers;
        this.store = store;
        this.plan = plan;
        this.started = started;
        this.changed = started;
        this.hostility = hostility;
        this.data = prepared.data();
        this.fedPer = prepared.fedPer();
        this.memories = memories;
        this.held = new HeldModels(memories);
        this.prepared = prepared;
        this.triggers = new Triggers(data.dataset());
        this.writer = writer;
        this.drive = drive;
        this.workshop = workshop;
        this.clock = new PlaybackClock(writer::tell);
        this.models = new ModelPool(prepared.models());
        this.nodeModels = prepared.subNetworks().pools(prepared.models(), models);
        Workers measuring = drive == Drive.WATCHED ? background : workers;
        this.yardsticks =
                new Yardsticks(plan.scenario(), data, prepared.initial(), models, measuring);
    }

    void begin(RoundState start) {
        changed = hostility.latest();
        writer.watch(
                new Watcher() {
                    @Override
                    public void happened(RecordedEvent event) {
                        state = state.apply(event.event());
                    }
                });
        Pace pace = drive == Drive.WATCHED ? clock : Pace.NONE;
        Secrets secrets = Secrets.of(vertx, plan, prepared, held, elsewhere());
        CoordinatorPorts ports =
                new CoordinatorPorts(
                        (events, checkpoint) -> {
                            hostility.heard(events);
                            return writer.append(events, checkpoint);
                        },
                        this::settle,
                        secrets == null ? Sums.NONE : secrets.sums(),
                        pace,
                        new RootSet(data, models, workers),
                        evaluator(),
                        new Appraiser(data, models, workers),
                        yardsticks,
                        new Signals());
        Crew crew = new Crew(vertx, workers, plan, secrets, workshop);
        CoordinatorVerticle verticle =
                new CoordinatorVerticle(plan.run(), crew.machine(), start, ports);
        coordinator = verticle;
        deployments.addAll(crew.deploy(start, trainer(), ports.signals()));
        if (workshop != null) {
            writer.watch(workshop.news(started.rounds()));
            workshop.begin(plan.run(), secrets == null ? List.of() : secrets.roster());
        }
        if (drive == Drive.WATCHED) {
            var _ = yardsticks.yardsticks().thenAccept(this::tellYardsticks);
        }
        deployments.add(await(vertx.deployVerticle(verticle)));
        // A short run may be over by now; its end frees all that is deployed, so it comes last.
        var _ = verticle.finished().whenComplete((_, failure) -> end(failure));
    }

    private List<PublicIdentity> elsewhere() {
        return workshop == null ? List.of() : workshop.keys();
    }

    private void settle(int round, List<Integer> taken) {
        memories.settle(round, taken);
        if (workshop != null) {
            workshop.taken(new TellTaken(round, taken));
        }
    }

    /** Where only the nodes have the model, it is theirs that is measured. */
    private Evaluator evaluator() {
        Evaluator evaluator = new HeldOutEvaluator(data, models, workers, ownModels());
        BackdoorProbe probe = new BackdoorProbe(data, triggers, models, workers);
        return (round, model, own) -> {
            Weights theirs = HeldModels.among(memories.all());
            Weights measured = theirs == null ? model : theirs;
            CompletableFuture<ModelMeasured> evaluated = evaluator.measure(round, measured, own);
            Integer target = fedPer == null ? hostility.planned(round).target() : null;
            return target == null
                    ? evaluated
                    : evaluated.thenCombine(
                            probe.measure(round, measured, target), ModelMeasured::with);
        };
    }

    private @Nullable OwnModels ownModels() {
        return plan.scenario().personal() instanceof PersonalSpec.None
                ? null
                : new OwnModels(memories, fedPer);
    }

    private Trainer trainer() {
        Trainer nodes =
                new HostileTrainer(
                        new EmbeddedTrainer(data, nodeModels, memories, plan.noise(), fedPer),
                        hostility,
                        triggers,
                        started.aggregation().serverLearningRate());
        Trainer embedded = request -> nodes.train(held.own(request));
        Trainer remembering =
                request -> {
                    ClientUpdate update = embedded.train(request);
                    lastUpdates.put(update.client(), update);
                    return update;
                };
        return drive == Drive.WATCHED ? remembering : embedded;
    }

    /** A node leaves without a word; or an edge, which are counted on from the nodes. */
    void undeploy(int client) {
        await(vertx.undeploy(deployments.remove(client)));
    }

    private void tellYardsticks(List<FederationEvent> events) {
        for (FederationEvent event : events) {
            if (event instanceof YardstickMeasured yardstick) {
                writer.tell(new LiveSignal.YardstickKnown(yardstick));
            }
        }
    }

    private final class Signals implements CoordinatorPorts.Signals {
        @Override
        public void stepEntered(int round, Step step) {
            writer.tell(new LiveSignal.StepEntered(round, step));
        }

        @Override
        public void nodeTrained(int round, int client) {
            writer.tell(new LiveSignal.NodeTrained(round, data.nodes().get(client).id()));
        }
    }

    @Override
    public String run() {
        return plan.run();
    }

    @Override
    public Scenario scenario() {
        return started;
    }

    @Override
    public FederatedData data() {
        return data;
    }

    @Override
    public void watch(Watcher watcher) {
        writer.watch(watcher);
    }

    @Override
    public void submit(FederationCommand command) {
        switch (command) {
            case ChangeSetting(String key, String value) -> change(Map.of(key, value));
            case ChangeSettings(Map<String, String> values) -> change(values);
            case Stop _ -> close();
            default -> clock.obey(command);
        }
    }

    /** Each on top of those before it, as the coordinator will apply them. */
    private synchronized void change(Map<String, String> values) {
        List<Map.Entry<String, String>> changes =
                Scenario.kindsFirst(values).stream()
                        .map(each ->
                                Map.entry(LiveSettings.key(each.getKey(), false), each.getValue()))
                        .toList();
        Scenario next = changed.with(changes);
        next.requireClients(data.nodes().size());
        next.requireClasses(data.dataset().classes());
        SumTerms.check(next, data.nodes().size(), plan.initial().size());
        changed = next;
        if (coordinator != null) {
            coordinator.change(changes);
        }
    }

    @Override
    public @Nullable ClientUpdate lastUpdate(String node) {
        for (int client = 0; client < data.nodes().size(); client++) {
            if (data.nodes().get(client).id().equals(node)) {
                return lastUpdates.get(client);
            }
        }
        return null;
    }

    @Override
    public Duration yardstickTime() {
        return yardsticks.time();
    }

    @Override
    public CompletableFuture<FederationState> finished() {
        return finished;
    }

    @Override
    public void close() {
        end(null);
        var _ = finished.handle((_, _) -> plan.run()).join();
    }

    /** Once: whichever comes first, the last round, a failure, or somebody closing it. */
    private void end(@Nullable Throwable failure) {
        if (over.compareAndSet(false, true)) {
            yardsticks.cancel();
            var _ = Thread.ofVirtual().name("end of " + plan.run()).start(() -> free(failure));
        }
    }

    private void free(@Nullable Throwable failure) {
        try {
            await(Future.join(deployments.stream().map(vertx::undeploy).toList()));
            writer.close();
            background.close();
            if (workshop != null) {
                workshop.end(plan.run(), state);
            }
            if (store.run(plan.run()).state() == RunState.RUNNING) {
                store.setState(plan.run(), RunState.INTERRUPTED);
                if (drive == Drive.WATCHED && state.round().number() == 0) {
                    store.delete(plan.run());
                }
            }
        } catch (RuntimeException e) {
            finished.completeExceptionally(failure == null ? e : failure);
            return;
        }
        if (failure == null) {
            finished.complete(state);
        } else {
            finished.completeExceptionally(failure);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
