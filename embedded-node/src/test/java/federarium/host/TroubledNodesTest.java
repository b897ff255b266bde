package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationCommand.Play;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.projection.FederationState.Status;
import federarium.scenario.Scenario;
import federarium.transport.NodeVerticle;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What can go wrong at the nodes: the run goes on, or stops with a sentence that its log holds. */
class TroubledNodesTest {
    private final Vertx vertx = Vertx.vertx();
    private List<FederationEvent> log = List.of();

    @Test
    void whereEveryNodeVanishesTheModelStaysAndTheRunGoesOn() {
        FederationState end =
                run(
                        Runs.digits(2),
                        federation -> {
                            for (int client = 7; client >= 0; client--) {
                                federation.undeploy(client);
                            }
                        });

        assertEquals(Status.COMPLETED, end.outcome().status());
        assertEquals(initial(), end.modelSha256());
        assertEquals(2 * 8, refusals("the node has left"));
    }

    @Test
    void whereANodeSendsWhatIsNotANumberTheOthersCount() {
        FederationState end = run(Runs.digits(2), rogue(delta -> filled(delta.size(), Float.NaN)));

        assertEquals(Status.COMPLETED, end.outcome().status());
        assertEquals(2, refusals("the update holds values that are not finite"));
    }

    @Test
    void whereANodeSendsAnotherLengthTheOthersCount() {
        FederationState end = run(Runs.digits(2), rogue(_ -> filled(3, 1)));

        assertEquals(Status.COMPLETED, end.outcome().status());
        assertEquals(2, refusals("sent 3 parameters where the model has 2410"));
    }

    @Test
    void whereTheModelDivergesTheRunStopsAndSaysWhatMayHelp() {
        FederationState end =
                run(
                        Runs.digits(2)
                                .with("model.hidden", "[64, 64, 64]")
                                .with("training.learningRate", "1000"),
                        _ -> {});

        assertEquals(Status.FAILED, end.outcome().status());
        RunFailed failure = (RunFailed) log.getLast();
        assertTrue(failure.reason().contains("a learning rate below 1000.0 may help"));
    }

    @Test
    void whereEveryNodeIsDroppedTheRoundsAreEmptyAndSayWhy() {
        FederationState end =
                run(
                        Runs.digits(2)
                                .with("nodes.dropped", "[c01, c02, c03, c04, c05, c06, c07, c08]"),
                        _ -> {});

        assertEquals(Status.COMPLETED, end.outcome().status());
        assertEquals("every node was dropped", end.round().emptyBecause());
        assertEquals(initial(), end.modelSha256());
    }

    /** Another node than c03 answers in its place. */
    private Consumer<HostedFederation> rogue(UnaryOperator<Weights> delta) {
        return federation -> {
            federation.undeploy(2);
            Trainer trainer =
                    request ->
                            new ClientUpdate(
                                    request.client(),
                                    request.round(),
                                    10,
                                    1,
                                    .5,
                                    delta.apply(request.model()));
            vertx.deployVerticle(
                            new NodeVerticle(federation.run(), 2, trainer),
                            new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        };
    }

    private FederationState run(Scenario scenario, Consumer<HostedFederation> trouble) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            HostedFederation federation = (HostedFederation) engine.start(scenario, Drive.WATCHED);
            trouble.accept(federation);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            FederationState end = federation.finished().join();
            log = store.events(federation.run()).stream().map(RecordedEvent::event).toList();
            return end;
        }
    }

    private String initial() {
        return log.stream()
                .filter(FederationEvent.ModelInitialized.class::isInstance)
                .map(event -> ((FederationEvent.ModelInitialized) event).sha256())
                .findFirst()
                .orElseThrow();
    }

    private long refusals(String reason) {
        return log.stream()
                .filter(event ->
                        event instanceof UpdateRejected refusal && refusal.reason().equals(reason))
                .count();
    }

    private static Weights filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return Weights.copyOf(values);
    }
}
