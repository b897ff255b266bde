package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationCommand.Play;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.HiddenUpdateReceived;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggMessage;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import federarium.scenario.Scenario;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Secure aggregation between the nodes of a run, heard on the bus. */
class MaskedMessagesTest {
    private static final Scenario MASKED = Runs.digits(2).with("secureAggregation", "true");

    @Test
    void noPlainUpdateIsAmongAllThatReachesTheCoordinator() {
        Queue<Object> heard = new ConcurrentLinkedQueue<>();
        recording(MASKED, heard);

        TreeSet<String> kinds = new TreeSet<>();
        heard.forEach(body -> kinds.add(body.getClass().getSimpleName()));
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "AdvertisedKeys",
                                "MaskedInput",
                                "SealedShares",
                                "SurvivorSignature",
                                "TrainingEnded",
                                "UnmaskingShares")),
                kinds);
    }

    /**
     * A plain vector has no value above 2²¹; of 2³² equally likely ones a thousandth is as small.
     */
    @Test
    void everyVectorThatArrivesLooksLikeRandomNumbers() {
        Queue<Object> heard = new ConcurrentLinkedQueue<>();
        recording(MASKED, heard);

        List<RingVector> vectors =
                heard.stream()
                        .filter(MaskedInput.class::isInstance)
                        .map(body -> ((MaskedInput) body).masked())
                        .toList();
        assertEquals(2 * 8, vectors.size());
        for (RingVector vector : vectors) {
            long small = 0;
            for (int value : vector.toArray()) {
                small += Math.abs((long) value) <= 1 << 21 ? 1 : 0;
            }
            assertTrue(small < vector.size() / 100, small + " of " + vector.size());
        }
    }

    @Test
    void countsKeysSharesMasksAndSignaturesAsTheyAreSent() {
        Queue<Object> heard = new ConcurrentLinkedQueue<>();
        List<RecordedEvent> log = recording(MASKED, heard);
        long all = 0;
        Map<Integer, Long> untilMasked = new TreeMap<>();
        for (Object body : heard) {
            if (body instanceof SecAggMessage.Up up) {
                all += up.bytes();
                boolean opening =
                        body instanceof SurvivorSignature || body instanceof UnmaskingShares;
                untilMasked.merge(up.client(), opening ? 0 : up.bytes(), Long::sum);
            }
        }

        assertEquals(all, of(RoundClosed.class, log).stream().mapToLong(e -> e.bytesUp()).sum());
        Map<Integer, Long> told = new TreeMap<>();
        of(HiddenUpdateReceived.class, log)
                .forEach(e ->
                        told.merge(
                                Integer.parseInt(e.node().substring(1)) - 1, e.bytes(), Long::sum));
        assertEquals(untilMasked, told);
    }

    /** c03 is gone before it shares anything; c08 shares, is late, and is taken out again. */
    @Test
    void theSumOfThoseThatAreLeftIsOpened() {
        Scenario scenario =
                MASKED.with("nodes.delay", "[c08=9]")
                        .with("devices.stragglers", "deadline")
                        .with("devices.deadline", "5");
        List<RecordedEvent> log = without(scenario, 2);

        assertEquals(
                List.of("c01", "c02", "c04", "c05", "c06", "c07"),
                of(UpdatesAggregated.class, log).getLast().shares().stream()
                        .map(share -> share.node())
                        .toList());
        assertEquals(
                List.of("the node has left", "late: 9.11 s where the deadline is 5 s"),
                of(UpdateRejected.class, log).subList(0, 2).stream()
                        .map(UpdateRejected::reason)
                        .toList());
    }

    /** 3 of 8 are late where 6 are needed. */
    @Test
    void aRoundWithTooFewLeavesTheModelAndSaysWhyAndTheNextGoesOn() {
        Scenario scenario =
                MASKED.with("nodes.delay", "[c06=9, c07=9, c08=9]")
                        .with("devices.stragglers", "deadline")
                        .with("devices.deadline", "5");
        List<RecordedEvent> log = Runs.log(scenario, 2);

        List<UpdatesAggregated> rounds = of(UpdatesAggregated.class, log);
        assertEquals(2, rounds.size());
        assertEquals(rounds.get(0).sha256(), rounds.get(1).sha256());
        assertTrue(
                of(UpdateRejected.class, log)
                        .getFirst()
                        .reason()
                        .contains("5 nodes are left and 6 are needed"));
    }

    private static List<RecordedEvent> without(Scenario scenario, int client) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            HostedFederation federation = (HostedFederation) engine.start(scenario, Drive.WATCHED);
            federation.undeploy(client);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            federation.finished().join();
            return store.events(federation.run());
        }
    }

    /** What nodes answer, which is all that reaches the coordinator. */
    private static List<RecordedEvent> recording(Scenario scenario, Queue<Object> heard) {
        Vertx vertx = Vertx.vertx();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    if (!delivery.message().address().startsWith("run/")) {
                        heard.add(delivery.message().body());
                    }
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            Federation federation = engine.start(scenario, Drive.UNATTENDED);
            federation.finished().join();
            return store.events(federation.run());
        }
    }

    private static <T extends FederationEvent> List<T> of(Class<T> type, List<RecordedEvent> log) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
