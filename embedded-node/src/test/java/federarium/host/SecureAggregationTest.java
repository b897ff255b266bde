package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.noise.RandomBits;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggMessage;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.SealedShares;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.Scenario;
import federarium.transport.Invitation;
import federarium.update.ClientUpdate;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One round of digits under masks, with ears on all that is said on the bus. */
class SecureAggregationTest {
    private static final Scenario MASKED = Runs.digits(1).with("secureAggregation", "true");

    /** Bytes of a model, and of the terms of eight nodes: 54, round, count and eight numbers. */
    private static final long MODEL = 2410 * 4;

    private static final long TERMS = 54 + 4 * (2 + 8);

    /** What was sent where. */
    private record Sent(String address, Object body) {
        boolean toANode() {
            return address.contains("/node/");
        }
    }

    /** A run, what its bus carried, and the updates as its nodes made them. */
    private record Overheard(
            List<RecordedEvent> log, List<Sent> sent, Map<Integer, ClientUpdate> made) {

        List<Object> toTheCoordinator() {
            return sent.stream().filter(each -> !each.toANode()).map(Sent::body).toList();
        }

        <T extends FederationEvent> List<T> events(Class<T> type) {
            return log.stream()
                    .map(RecordedEvent::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    @Test
    void theCoordinatorIsSentNothingButKeysSharesMasksAndSignatures() {
        Set<Class<?>> kinds =
                overhear(MASKED).toTheCoordinator().stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        TrainingEnded.class,
                        AdvertisedKeys.class,
                        SealedShares.class,
                        MaskedInput.class,
                        SurvivorSignature.class,
                        UnmaskingShares.class),
                kinds);
    }

    /** By chance one value in 2³² is as it was. */
    @Test
    void noVectorThatItIsSentHasAValueOfTheUpdateBehindIt() {
        Overheard run = overhear(MASKED);
        Map<Integer, RingVector> plain = encoded(run);
        List<MaskedInput> masked = of(MaskedInput.class, run.toTheCoordinator());

        assertEquals(8, masked.size());
        for (MaskedInput each : masked) {
            RingVector hidden = Objects.requireNonNull(plain.get(each.client()));
            assertEquals(2411, each.masked().size());
            long same = 0;
            for (int i = 0; i < 2411; i++) {
                same += each.masked().get(i) == hidden.get(i) ? 1 : 0;
            }
            assertTrue(same < 3, same + " values of node " + each.client() + " as they are");
        }
    }

    @Test
    void noEventTellsOfASingleUpdate() {
        Overheard run = overhear(MASKED);

        assertEquals(List.of(), run.events(UpdateReceived.class));
        assertEquals(8, run.events(HiddenUpdateReceived.class).size());
    }

    @Test
    void theMaskedVectorsAddUpToNothingThatHelps() {
        Overheard run = overhear(MASKED);
        int[] plain = new int[2411];
        encoded(run).values().forEach(each -> each.addTo(plain));
        int[] masked = new int[2411];
        of(MaskedInput.class, run.toTheCoordinator()).forEach(each -> each.masked().addTo(masked));

        assertNotEquals(RingVector.owning(plain), RingVector.owning(masked), "own masks are on");
    }

    @Test
    void theBytesOfARoundAreThoseThatWereSentUp() {
        Overheard run = overhear(MASKED);
        long up =
                of(SecAggMessage.Up.class, run.toTheCoordinator()).stream()
                        .mapToLong(SecAggMessage::bytes)
                        .sum();

        assertEquals(up, run.events(RoundClosed.class).getLast().bytesUp());
    }

    @Test
    void theBytesOfARoundAreThoseThatWereSentDown() {
        Overheard run = overhear(MASKED);
        List<Object> bodies = run.sent().stream().map(Sent::body).toList();
        long down =
                of(SecAggMessage.Down.class, bodies).stream().mapToLong(SecAggMessage::bytes).sum();

        assertEquals(8, of(Invitation.class, bodies).size());
        assertEquals(
                8 * (MODEL + TERMS) + down, run.events(RoundClosed.class).getLast().bytesDown());
        assertEquals(8, run.events(ModelSent.class).size());
    }

    @Test
    void theBytesOfANodeAreThoseThatItSentUntilItsVectorWasThere() {
        Overheard run = overhear(MASKED);
        Map<String, Long> sent = new HashMap<>();
        for (SecAggMessage.Up each : of(SecAggMessage.Up.class, run.toTheCoordinator())) {
            if (each instanceof AdvertisedKeys
                    || each instanceof SealedShares
                    || each instanceof MaskedInput) {
                sent.merge("c0" + (each.client() + 1), each.bytes(), Long::sum);
            }
        }

        assertEquals(
                sent,
                run.events(HiddenUpdateReceived.class).stream()
                        .collect(
                                Collectors.toMap(
                                        HiddenUpdateReceived::node, HiddenUpdateReceived::bytes)));
    }

    /** Of forty nodes each shares secrets with fewer than all others. */
    @Test
    void forManyNodesTheGraphIsSparse() {
        Overheard run = overhear(MASKED.with("clients", "40"));
        List<SealedShares> shares = of(SealedShares.class, run.toTheCoordinator());

        assertEquals(40, shares.size());
        for (SealedShares each : shares) {
            assertTrue(each.sealed().size() < 39, each.sealed().size() + " neighbours");
        }
        assertEquals(40, run.events(HiddenUpdateReceived.class).size());
    }

    private static Map<Integer, RingVector> encoded(Overheard run) {
        int most = run.made().values().stream().mapToInt(ClientUpdate::examples).max().orElse(1);
        SumEncoding encoding = SumEncoding.byExamples(2410, most, 8);
        Map<Integer, RingVector> encoded = new HashMap<>();
        run.made()
                .forEach((client, update) ->
                        encoded.put(
                                client,
                                encoding.encode(
                                        update.delta(), update.examples(), RandomBits.secure())));
        return encoded;
    }

    private static Overheard overhear(Scenario scenario) {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        Vertx vertx = Vertx.vertx();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    sent.add(new Sent(delivery.message().address(), delivery.message().body()));
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            Federation federation = engine.start(scenario, Drive.WATCHED);
            new Paced(federation).advance(1);
            Map<Integer, ClientUpdate> made = new HashMap<>();
            for (int client = 0; client < federation.data().nodes().size(); client++) {
                made.put(client, federation.lastUpdate(federation.data().nodes().get(client).id()));
            }
            List<RecordedEvent> log = store.events(federation.run());
            federation.close();
            return new Overheard(log, new ArrayList<>(sent), made);
        }
    }

    private static <T> List<T> of(Class<T> type, List<Object> bodies) {
        return bodies.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
