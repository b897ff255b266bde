package federarium.transport;

import federarium.coordinator.CoordinatorCommand;
import federarium.coordinator.CoordinatorCommand.AwaitArrivals;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorCommand.PeerCommand;
import federarium.coordinator.CoordinatorCommand.PeerMix;
import federarium.coordinator.CoordinatorCommand.PeerSend;
import federarium.coordinator.CoordinatorCommand.PeerTrain;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorCommand.ValueUpdates;
import federarium.coordinator.CoordinatorInput;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.EdgeAnswered;
import federarium.coordinator.CoordinatorInput.EdgeMissing;
import federarium.coordinator.CoordinatorInput.PeerAnswer;
import federarium.coordinator.CoordinatorInput.PeerMissing;
import federarium.coordinator.CoordinatorInput.PeerMixed;
import federarium.coordinator.CoordinatorInput.PeerSent;
import federarium.coordinator.CoordinatorInput.PeerTrained;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.CoordinatorInput.UpdatesValued;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.coordinator.CoordinatorPorts;
import federarium.coordinator.EdgeReport;
import federarium.coordinator.Machine;
import federarium.coordinator.RoundState;
import federarium.coordinator.Transition;
import federarium.coordinator.Valuation;
import federarium.event.Step;
import federarium.privacy.secagg.SecAggMessage;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator: a machine's shell. Feeds it what arrives, one input at a time on its own event
 * loop, and carries out what it commands.
 */
public final class CoordinatorVerticle extends VerticleBase {
    private final String run;
    private final Machine machine;
    private final CoordinatorPorts ports;
    private final CompletableFuture<Weights> finished = new CompletableFuture<>();

    private RoundState state;
    private boolean stopped;
    private CompletableFuture<Long> durable = CompletableFuture.completedFuture(0L);
    private CompletableFuture<Long> durableBefore = durable;

    /**
     * The coordinator of one run.
     *
     * @param state where it begins or goes on
     */
    public CoordinatorVerticle(
            String run, Machine machine, RoundState state, CoordinatorPorts ports) {
        this.run = run;
        this.machine = machine;
        this.state = state;
        this.ports = ports;
    }

    /** Makes the messages of a run known to a bus; once for each bus. */
    public static void registerMessages(EventBus bus) {
        ByReference.register(bus, Train.class);
        ByReference.register(bus, ClientUpdate.class);
        ByReference.register(bus, TrainUnseen.class);
        ByReference.register(bus, TrainingEnded.class);
        ByReference.register(bus, Invitation.class);
        ByReference.register(bus, Ciphertext.class);
        ByReference.register(bus, EncryptedSum.class);
        ByReference.register(bus, ModelHeld.class);
        for (Class<?> message : SecAggMessage.class.getPermittedSubclasses()) {
            for (Class<?> each : message.getPermittedSubclasses()) {
                ByReference.register(bus, each);
            }
        }
        ByReference.register(bus, TrainEdge.class);
        ByReference.register(bus, EdgeReport.class);
        ByReference.register(bus, PeerTrain.class);
        ByReference.register(bus, PeerTrained.class);
        ByReference.register(bus, PeerSend.class);
        ByReference.register(bus, PeerSent.class);
        ByReference.register(bus, PeerModel.class);
        ByReference.register(bus, PeerMix.class);
        ByReference.register(bus, PeerMixed.class);
    }

    /** Completes with the final model when its last events are durable. */
    public CompletableFuture<Weights> finished() {
        return finished;
    }

    /** Changes live settings, which were checked to fit, all from the next round on. */
    public void change(List<Map.Entry<String, String>> settings) {
        context.runOnContext(_ ->
                settings.forEach(
                        each -> feed(new SettingRequested(each.getKey(), each.getValue()))));
    }

    @Override
    public Future<?> start() {
        context.runOnContext(_ -> feed(new Begin()));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        stopped = true;
        return Future.succeededFuture();
    }

    private void feed(CoordinatorInput input) {
        if (stopped) {
            return;
        }
        try {
            Transition transition = machine.step(state, input);
            state = transition.state();
            record(transition);
            transition.commands().forEach(this::carryOut);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void record(Transition transition) {
        if (transition.events().isEmpty()) {
            return;
        }
        Checkpoint checkpoint = null;
        for (CoordinatorCommand command : transition.commands()) {
            checkpoint = command instanceof Checkpoint found ? found : checkpoint;
        }
        CompletableFuture<Long> kept = ports.log().append(transition.events(), checkpoint);
        if (checkpoint != null) {
            durableBefore = durable;
        }
        durable = kept;
        then(kept, _ -> {});
    }

    private void carryOut(CoordinatorCommand command) {
        switch (command) {
            case AwaitPermission await -> awaitPermission(await.round(), await.step());
            case Train train -> send(train);
            case TrainUnseen train -> send(train);
            case CollectSum collect -> then(ports.sums().collect(collect), this::feed);
            case OpenSum open -> then(ports.sums().open(open), this::feed);
            case TrainEdge train -> send(train);
            case PeerTrain train -> ask(train, "train");
            case PeerSend send -> ask(send, "send");
            case PeerMix mix -> ask(mix, "mix");
            case TellTaken(int round, List<Integer> clients) -> ports.nodes().taken(round, clients);
            case TrainRoot own ->
                    then(ports.root().train(own), update -> feed(new RootTrained(update)));
            case Measure measure ->
                    then(
                            ports.evaluator()
                                    .measure(measure.round(), measure.model(), measure.own()),
                            this::feed);
            case ValueUpdates(Valuation valuation) ->
                    then(
                            ports.valuer().value(valuation),
                            scores -> feed(new UpdatesValued(valuation.round(), scores)));
            case Checkpoint _, AwaitArrivals _ -> {}
            case AwaitYardsticks _ ->
                    then(
                            ports.yardsticks().yardsticks(),
                            events -> feed(new YardsticksReady(events)));
            case Finish finish -> then(durable, _ -> finished.complete(finish.model()));
        }
    }

    /** A round may begin while the last one is being written, but not the one before that. */
    private void awaitPermission(int round, Step step) {
        CompletableFuture<Step> permission = ports.pace().permit(round, step);
        CompletableFuture<Step> both =
                step == Step.CHOOSE_AND_SEND
                        ? durableBefore.thenCombine(permission, (_, allowed) -> allowed)
                        : permission;
        then(
                both,
                permitted -> {
                    ports.signals().stepEntered(round, permitted);
                    feed(new StepPermitted(round, permitted));
                });
    }

    private void send(Train train) {
        String address = NodeVerticle.address(run, train.client());
        bus().<ClientUpdate>ask(address, train).onComplete(answer -> replied(train, answer));
    }

    private void replied(Train train, AsyncResult<ClientUpdate> answer) {
        if (answer.succeeded()) {
            ports.signals().nodeTrained(train.round(), train.client());
            feed(new UpdateArrived(answer.result()));
        } else {
            missing(train, answer.cause());
        }
    }

    private void missing(Train train, @Nullable Throwable cause) {
        String reason = Bus.reason(cause, "the node has left");
        feed(new UpdateMissing(train.round(), train.client(), reason));
    }

    private void send(TrainUnseen train) {
        Train asked = train.request();
        String address = NodeVerticle.address(run, asked.client());
        bus().<TrainingEnded>ask(address, train)
                .onComplete(answer -> {
                    if (answer.succeeded()) {
                        ports.signals().nodeTrained(asked.round(), asked.client());
                        feed(answer.result());
                    } else {
                        missing(asked, answer.cause());
                    }
                });
    }

    private void send(TrainEdge train) {
        String address = EdgeVerticle.address(run, train.edge());
        bus().<EdgeReport>ask(address, train).onComplete(answer -> replied(train, answer));
    }

    private void replied(TrainEdge train, AsyncResult<EdgeReport> answer) {
        if (answer.succeeded()) {
            feed(new EdgeAnswered(answer.result()));
        } else {
            String reason = Bus.reason(answer.cause(), "its edge has left");
            feed(new EdgeMissing(train.round(), train.edge(), reason));
        }
    }

    private void ask(PeerCommand command, String what) {
        String address = PeerVerticle.address(run, command.client(), what);
        bus().<PeerAnswer>ask(address, command).onComplete(answer -> replied(command, answer));
    }

    private void replied(PeerCommand command, AsyncResult<PeerAnswer> answer) {
        if (answer.succeeded()) {
            if (command instanceof PeerTrain) {
                ports.signals().nodeTrained(command.round(), command.client());
            }
            feed(answer.result());
        } else {
            String reason = Bus.reason(answer.cause(), "the node has left");
            feed(new PeerMissing(command.round(), command.client(), reason));
        }
    }

    private Bus bus() {
        return new Bus(vertx);
    }

    private <T> void then(CompletableFuture<T> future, Consumer<T> next) {
        future.whenComplete((value, failure) ->
                context.runOnContext(_ -> {
                    if (failure == null) {
                        next.accept(value);
                    } else {
                        fail(failure);
                    }
                }));
    }

    private void fail(Throwable failure) {
        stopped = true;
        finished.completeExceptionally(failure);
    }
}
