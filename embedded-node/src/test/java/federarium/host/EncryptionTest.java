package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.event.FederationCommand.Play;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.PrivacyEvent.SumSent;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.encryption.Bfv;
import federarium.scenario.Scenario;
import federarium.transport.Ciphertext;
import federarium.transport.EncryptedSum;
import federarium.update.Weights;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coordinator adds what it cannot read; the nodes open the sum. */
class EncryptionTest {

    /** All three add the same whole numbers, so the models are equal to the last bit. */
    @ParameterizedTest
    @ValueSource(strings = {"bfv", "paillier"})
    void givesTheModelThatMasksGive(String encryption) {
        Scenario small =
                Runs.digits(2).with("model.kind", "logistic").with("cohort.fraction", "0.5");

        assertEquals(
                hash(Runs.log(small.with("secureAggregation", "true"), 2)),
                hash(Runs.log(small.with("encryption", encryption), 2)));
    }

    @Test
    void theCoordinatorSeesCiphertextsAndTheFirstModelOnly() {
        ConcurrentLinkedQueue<Object> bodies = new ConcurrentLinkedQueue<>();
        List<RecordedEvent> log = recording(Runs.digits(3).with("encryption", "bfv"), bodies);

        Set<Class<?>> kinds = new HashSet<>();
        Set<String> models = new HashSet<>();
        for (Object body : bodies) {
            kinds.add(body.getClass());
            if (body instanceof TrainUnseen asked) {
                models.add(asked.request().model().sha256());
            }
        }
        assertEquals(
                Set.of(
                        "TrainUnseen",
                        "TrainingEnded",
                        "Invitation",
                        "Ciphertext",
                        "EncryptedSum",
                        "ModelHeld"),
                Set.copyOf(kinds.stream().map(Class::getSimpleName).toList()));
        assertEquals(Set.of(of(ModelInitialized.class, log).getFirst().sha256()), models);
    }

    /** Four bytes a value in 54 bits, and as many again for the other half of a sum. */
    @Test
    void countsCiphertextsAsTheyAreSent() {
        ConcurrentLinkedQueue<Object> bodies = new ConcurrentLinkedQueue<>();
        List<RecordedEvent> log = recording(Runs.digits(1).with("encryption", "bfv"), bodies);
        long up = 0;
        long down = 0;
        for (Object body : bodies) {
            if (body instanceof Ciphertext ciphertext) {
                assertEquals(Bfv.freshBytes(2411), ciphertext.octets().length());
                up += 8 + ciphertext.octets().length();
            } else if (body instanceof EncryptedSum sum) {
                assertEquals(Bfv.sumBytes(2411), sum.octets().length());
                down += 4 + sum.octets().length();
            }
        }

        RoundClosed closed = of(RoundClosed.class, log).getLast();
        assertEquals(
                up, of(HiddenUpdateReceived.class, log).stream().mapToLong(e -> e.bytes()).sum());
        assertEquals(down, 8 * of(SumSent.class, log).getFirst().bytes());
        assertEquals(up + 8 * (2 * 4 + 32), closed.bytesUp(), "and a hash from each node");
        assertTrue(closed.bytesDown() > down && closed.bytesDown() < down + 8 * 200, "and terms");
    }

    @Test
    void anUpdateEncryptedTwiceLooksDifferent() {
        ConcurrentLinkedQueue<Object> bodies = new ConcurrentLinkedQueue<>();
        Scenario scenario = Runs.digits(1).with("encryption", "bfv");
        recording(scenario, bodies);
        recording(scenario, bodies);

        List<Ciphertext> sent =
                bodies.stream()
                        .filter(Ciphertext.class::isInstance)
                        .map(Ciphertext.class::cast)
                        .toList();
        assertEquals(16, sent.size());
        assertEquals(16, new HashSet<>(sent.stream().map(Ciphertext::octets).toList()).size());
    }

    @Test
    void theSumOfThoseThatAreLeftIsOpenedWithoutANodeThatHasLeft() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            HostedFederation federation =
                    (HostedFederation)
                            engine.start(Runs.digits(2).with("encryption", "bfv"), Drive.WATCHED);
            federation.undeploy(2);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            federation.finished().join();
            List<RecordedEvent> log = store.events(federation.run());

            assertEquals(7, of(UpdatesAggregated.class, log).getLast().shares().size());
            assertTrue(
                    of(UpdateRejected.class, log)
                            .contains(new UpdateRejected(1, "c03", "the node has left")));
        }
    }

    @Test
    void theModelThatIsKeptIsTheNodes() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation federation =
                    engine.start(Runs.digits(2).with("encryption", "bfv"), Drive.UNATTENDED);
            federation.finished().join();
            Weights kept = store.latest(federation.run()).orElseThrow().named().get("model");
            List<RecordedEvent> log = store.events(federation.run());

            assertEquals(hash(log), kept == null ? "none" : kept.sha256());
            assertEquals(hash(log), of(RunCompleted.class, log).getFirst().sha256());
            assertFalse(hash(log).equals(of(ModelInitialized.class, log).getFirst().sha256()));
        }
    }

    private static List<RecordedEvent> recording(
            Scenario scenario, ConcurrentLinkedQueue<Object> bodies) {
        Vertx vertx = Vertx.vertx();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    bodies.add(delivery.message().body());
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            Federation federation = engine.start(scenario, Drive.UNATTENDED);
            federation.finished().join();
            return store.events(federation.run());
        }
    }

    private static String hash(List<RecordedEvent> log) {
        return of(UpdatesAggregated.class, log).getLast().sha256();
    }

    private static <T extends FederationEvent> List<T> of(Class<T> type, List<RecordedEvent> log) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
