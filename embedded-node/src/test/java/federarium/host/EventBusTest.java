package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventBusTest {

    @Test
    void everyNodeIsSentAMessageAndSendsOneInEveryRound() {
        Vertx vertx = Vertx.vertx();
        AtomicInteger messages = new AtomicInteger();
        vertx.eventBus()
                .addOutboundInterceptor(delivery -> {
                    messages.incrementAndGet();
                    delivery.next();
                });
        try (RunStore store = RunStore.inMemory();
                Engine engine = new Engine(store, vertx, 2)) {
            engine.start(Runs.digits(3), Drive.UNATTENDED).finished().join();
        }

        assertTrue(messages.get() >= 2 * 8 * 3, messages + " messages");
    }

    @Test
    void theUpdateOfANodeThatHasLeftIsMissingFromTheAggregate() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            HostedFederation federation =
                    (HostedFederation) engine.start(Runs.digits(1), Drive.WATCHED);
            federation.undeploy(2);
            federation.submit(
                    new federarium.event.FederationCommand.Play(Double.POSITIVE_INFINITY));
            federation.finished().join();
            List<RecordedEvent> log = store.events(federation.run());

            List<String> aggregated =
                    log.stream()
                            .map(RecordedEvent::event)
                            .filter(UpdatesAggregated.class::isInstance)
                            .map(UpdatesAggregated.class::cast)
                            .flatMap(event -> event.shares().stream())
                            .map(share -> share.node())
                            .toList();
            assertEquals(List.of("c01", "c02", "c04", "c05", "c06", "c07", "c08"), aggregated);
            assertTrue(
                    log.stream()
                            .anyMatch(each ->
                                    each.event()
                                            .equals(
                                                    new UpdateRejected(
                                                            1, "c03", "the node has left"))));
        }
    }
}
