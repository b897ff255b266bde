package federarium.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationCommand.Play;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void withEverybodyAndTheRootInEveryRoundItIsFedAvg() {
        Scenario star = Runs.digits(5).with("partition.kind", "size");

        assertArrayEquals(
                lastModel(star).toArray(), lastModel(hierarchical(star, 3, 1)).toArray(), 1e-6f);
    }

    @Test
    void theGlobalModelMovesInRoundsOfTheRootAlone() {
        List<FederationEvent> log =
                Runs.comparable(Runs.log(hierarchical(Runs.digits(5), 3, 2), 2));
        List<Double> losses =
                log.stream()
                        .filter(ModelEvaluated.class::isInstance)
                        .map(each -> ((ModelEvaluated) each).loss())
                        .toList();

        assertEquals(losses.get(0), losses.get(1));
        assertNotEquals(losses.get(1), losses.get(2));
        assertEquals(losses.get(2), losses.get(3));
        assertNotEquals(losses.get(3), losses.get(4));
        assertNotEquals(losses.get(4), losses.get(5), "the last round reaches the root");
    }

    @Test
    void aNodeIsMeasuredWithTheModelOfItsEdge() {
        List<ModelEvaluated> measured =
                Runs.comparable(Runs.log(hierarchical(Runs.digits(1), 2, 1), 2)).stream()
                        .filter(ModelEvaluated.class::isInstance)
                        .map(ModelEvaluated.class::cast)
                        .toList();
        List<ModelEvaluated> between =
                Runs.comparable(Runs.log(hierarchical(Runs.digits(2), 2, 2), 2)).stream()
                        .filter(ModelEvaluated.class::isInstance)
                        .map(ModelEvaluated.class::cast)
                        .toList();

        assertEquals(measured.get(0).nodes(), between.get(0).nodes());
        assertEquals(between.get(0).accuracy(), between.get(1).accuracy());
        assertNotEquals(between.get(0).nodes(), between.get(1).nodes());
    }

    /** A reply goes to whoever asked. */
    @Test
    void edgesAskTheNodesAndTheCoordinatorAsksEdgesOnly() {
        Vertx vertx = Vertx.vertx();
        Map<String, Set<String>> askers = new ConcurrentHashMap<>();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    String asked = delivery.message().address().replaceFirst("^run/[^/]*/", "");
                    askers.computeIfAbsent(asked, _ -> ConcurrentHashMap.newKeySet())
                            .add(requireNonNull(Vertx.currentContext()).deploymentID());
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            engine.start(hierarchical(Runs.digits(2), 2, 1), Drive.UNATTENDED).finished().join();
        }

        String coordinator = only(askers, "edge/0");
        String first = only(askers, "node/0");
        String second = only(askers, "node/7");
        assertEquals(coordinator, only(askers, "edge/1"));
        for (int node = 0; node < 8; node++) {
            assertEquals(node < 4 ? first : second, only(askers, "node/" + node));
        }
        assertEquals(3, Set.of(coordinator, first, second).size());
    }

    private static String only(Map<String, Set<String>> askers, String asked) {
        Set<String> all = requireNonNull(askers.get(asked));
        assertEquals(1, all.size(), "who asks " + asked);
        return all.iterator().next();
    }

    @Test
    void theNodesOfAnEdgeThatHasLeftAreMissing() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            HostedFederation federation =
                    (HostedFederation)
                            engine.start(hierarchical(Runs.digits(1), 4, 1), Drive.WATCHED);
            federation.undeploy(8 + 1);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            federation.finished().join();

            assertEquals(
                    List.of(
                            new UpdateRejected(1, "c03", "its edge has left"),
                            new UpdateRejected(1, "c04", "its edge has left")),
                    store.events(federation.run()).stream()
                            .map(each -> each.event())
                            .filter(UpdateRejected.class::isInstance)
                            .toList());
        }
    }

    @Test
    void oneThreadAndTwoGiveTheSameEvents() {
        Scenario scenario = hierarchical(Runs.digits(4), 3, 2).with("cohort.fraction", "0.6");

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @Test
    void medianOverEdgesTrains() {
        List<FederationEvent> log =
                Runs.comparable(
                        Runs.log(
                                hierarchical(Runs.digits(6), 4, 2)
                                        .with("aggregation.rule", "median"),
                                2));
        double last =
                log.stream()
                        .filter(ModelEvaluated.class::isInstance)
                        .mapToDouble(each -> ((ModelEvaluated) each).accuracy())
                        .reduce(0, (_, next) -> next);

        assertTrue(last > .8, "accuracy " + last);
    }

    private static Scenario hierarchical(Scenario star, int edges, int edgeRounds) {
        return star.with("topology.kind", "hierarchical")
                .with("topology.edges", String.valueOf(edges))
                .with("topology.edgeRounds", String.valueOf(edgeRounds));
    }

    private static Weights lastModel(Scenario scenario) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            run.finished().join();
            return KeptState.model(store.latest(run.run()).orElseThrow());
        }
    }
}
