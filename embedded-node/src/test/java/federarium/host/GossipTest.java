package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.LocalModels;
import federarium.event.FederationCommand.Play;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.RecordedEvent;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.ModelShared;
import federarium.host.Engine.Drive;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GossipTest {
    /** max(|λ₂|, |λₙ|) of a ring of 8: (1 + 2 cos(2π/8)) ÷ 3. */
    private static final double RING_OF_8 = .8047;

    /** With a rate that decays, too. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "0.5"})
    void onTheCompleteGraphItIsTheUnweightedMeanInEveryRound(String decay) {
        Scenario star =
                Runs.digits(3)
                        .with("partition.kind", "iid")
                        .with("clients", "2")
                        .with("training.learningRateDecay", decay);
        Weights fedAvg = KeptState.model(last(star));
        Checkpoint gossip = last(gossip(star, "complete"));

        assertArrayEquals(fedAvg.toArray(), KeptState.model(gossip).toArray(), 1e-6f);
        for (Weights model : KeptLocals.of(gossip).models()) {
            assertArrayEquals(KeptState.model(gossip).toArray(), model.toArray(), 0f);
        }
    }

    @Test
    void withoutTrainingTheDistanceShrinksByTheGraphsContraction() {
        Scenario scenario =
                gossip(Runs.digits(20), "ring")
                        .with("training.learningRate", "0")
                        .with("topology.sameStart", "false");
        List<ConsensusMeasured> measured = consensus(Runs.log(scenario, 2));

        assertEquals(RING_OF_8, measured.getFirst().contraction(), 1e-4);
        for (int round = 1; round <= 20; round++) {
            double ratio = measured.get(round).distance() / measured.get(round - 1).distance();
            assertTrue(ratio < RING_OF_8 + 1e-4, "round " + round + ": " + ratio);
            if (round > 10) {
                assertEquals(1, ratio / RING_OF_8, .01, "round " + round);
            }
        }
    }

    @Test
    void withTrainingTheDistanceRisesFromZeroAndStaysBounded() {
        Scenario scenario = gossip(Runs.digits(40), "ring").with("partition.kind", "pathological");
        List<ConsensusMeasured> measured = consensus(Runs.log(scenario, 2));

        assertEquals(0, measured.getFirst().distance());
        double early = mean(measured.subList(5, 15));
        assertTrue(early > .1, "early " + early);
        assertTrue(mean(measured.subList(31, 41)) < 1.5 * early, "late against " + early);
    }

    private static double mean(List<ConsensusMeasured> measured) {
        return measured.stream().mapToDouble(ConsensusMeasured::distance).average().orElseThrow();
    }

    @Test
    void modelsGoFromNodeToNeighbourAndNowhereElse() {
        Vertx vertx = Vertx.vertx();
        Set<String> asked = new ConcurrentSkipListSet<>();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    if (delivery.body() != null
                            && delivery.body().getClass().getSimpleName().equals("PeerModel")) {
                        String from =
                                delivery.body().toString().replaceAll(".*from=(\\d+).*", "$1");
                        String to =
                                delivery.message()
                                        .address()
                                        .replaceAll(".*/peer/(\\d+)/model", "$1");
                        asked.add(from + ">" + to);
                    }
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            engine.start(gossip(Runs.digits(2), "ring"), Drive.UNATTENDED).finished().join();
        }

        Set<String> edges = new TreeSet<>();
        for (int node = 0; node < 8; node++) {
            edges.add(node + ">" + (node + 1) % 8);
            edges.add(node + ">" + (node + 7) % 8);
        }
        assertEquals(edges, asked);
    }

    /** 8 nodes send to 2 neighbours each: 16 · 4 · 2410. */
    @Test
    void countsAModelForEveryEdgeAndDirection() {
        List<RecordedEvent> log = Runs.log(gossip(Runs.digits(1), "ring"), 2);

        RoundClosed closed =
                log.stream()
                        .map(RecordedEvent::event)
                        .filter(RoundClosed.class::isInstance)
                        .map(RoundClosed.class::cast)
                        .toList()
                        .getLast();
        assertEquals(154_240, closed.bytesUp());
        assertEquals(154_240, closed.bytesDown());
    }

    @Test
    void whoSleepsKeepsItsModel() {
        Scenario scenario = gossip(Runs.digits(1), "ring").with("cohort.fraction", "0.5");
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            List<String> awake = run.finished().join().points().getLast().cohort();
            LocalModels before = KeptLocals.of(store.at(run.run(), 0).orElseThrow());
            LocalModels after = KeptLocals.of(store.at(run.run(), 1).orElseThrow());

            for (int node = 0; node < 8; node++) {
                boolean slept = before.models().get(node).equals(after.models().get(node));
                assertEquals(!awake.contains("c0" + (node + 1)), slept, "node " + node);
            }
        }
    }

    @Test
    void neighboursMixWithoutANodeThatHasLeft() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            HostedFederation federation =
                    (HostedFederation) engine.start(gossip(Runs.digits(1), "ring"), Drive.WATCHED);
            federation.undeploy(2);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            federation.finished().join();
            List<FederationEvent> log = Runs.comparable(store.events(federation.run()));

            assertEquals(
                    List.of(
                            new UpdateRejected(
                                    1, "c03", "the node has left; its neighbours mix without it")),
                    log.stream().filter(UpdateRejected.class::isInstance).toList());
            assertEquals(
                    List.of(2, 1, 1, 2, 2, 2, 2),
                    log.stream()
                            .filter(ModelShared.class::isInstance)
                            .map(each -> ((ModelShared) each).neighbours())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "torus", "complete", "random", "smallWorld"})
    void oneThreadAndTwoGiveTheSameEvents(String kind) {
        Scenario scenario = gossip(Runs.digits(4), kind).with("cohort.fraction", "0.8");

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    torus      | 7 | topology.kind: 7 nodes make no grid of two rows or more; allowed: 6 nodes (2 × 3), 8 (2 × 4), or a ring
                    smallWorld | 4 | topology.kind: 4 nodes cannot have 4 neighbours each; allowed: at least 5 nodes, a ring or a complete graph
                    random     | 4 | topology.degree: 4 nodes of degree 4: there are too few; allowed: a degree from 2 to 3
                    """)
    void refusesAGraphThatCannotBeBeforeTheRun(String kind, String nodes, String sentence) {
        Scenario scenario = gossip(Runs.digits(1).with("clients", nodes), kind);
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1)) {
            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> engine.start(scenario, Drive.UNATTENDED));

            assertEquals("--set: " + sentence, refusal.getMessage());
            assertEquals(List.of(), store.runs());
        }
    }

    private static Scenario gossip(Scenario scenario, String kind) {
        return scenario.with(Map.of("mode", "gossip", "topology.kind", kind));
    }

    private static Checkpoint last(Scenario scenario) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            run.finished().join();
            return store.latest(run.run()).orElseThrow();
        }
    }

    private static List<ConsensusMeasured> consensus(List<RecordedEvent> log) {
        List<ConsensusMeasured> measured = new ArrayList<>();
        for (RecordedEvent each : log) {
            if (each.event() instanceof ConsensusMeasured consensus) {
                measured.add(consensus);
            }
        }
        return measured;
    }
}
