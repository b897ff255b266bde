package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.secagg.SecAggMessage;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that leave a round under masks; of eight, any six give the sum. */
class MaskedDropoutsTest {
    private static final Scenario MASKED = Runs.digits(2).with("secureAggregation", "true");

    private final Vertx vertx = Vertx.vertx();
    private final RunStore store = RunStore.inMemory();
    private final Engine engine = new Engine(store, vertx, 2);

    @AfterEach
    void close() {
        engine.close();
        store.close();
    }

    @Test
    void aNodeThatLeftBeforeTheRunIsMissingFromTheMean() {
        HostedFederation run = start(MASKED);
        run.undeploy(2);
        new Paced(run).advance(1);

        assertEquals(List.of(new UpdateRejected(1, "c03", "the node has left")), refused(1, run));
        assertMeanOf(run, 0, 1, 3, 4, 5, 6, 7);
    }

    @Test
    void aNodeThatLeavesBetweenRoundsIsMissingFromTheNext() {
        HostedFederation run = start(MASKED);
        Paced paced = new Paced(run);
        paced.advance(1);
        run.undeploy(2);
        paced.advance(1);

        assertEquals(8, taken(1, run).size());
        assertEquals(List.of(new UpdateRejected(2, "c03", "the node has left")), refused(2, run));
        assertEquals(7, taken(2, run).size());
    }

    /** Their masks with the others are on, and are put together from the others' shares. */
    @Test
    void nodesThatLeaveAfterTheySharedTheirKeysAreMissingFromTheMean() {
        silence(DeliveredShares.class, 2, 5);
        HostedFederation run = start(MASKED);
        new Paced(run).advance(1);

        assertEquals(
                List.of(new UpdateRejected(1, "c03", "gone"), new UpdateRejected(1, "c06", "gone")),
                refused(1, run));
        assertMeanOf(run, 0, 1, 3, 4, 6, 7);
    }

    @Test
    void aNodeThatLeavesAfterItHandedInIsInTheMean() {
        silence(SurvivorList.class, 2);
        silence(NeighbourSignatures.class, 5);
        HostedFederation run = start(MASKED);
        new Paced(run).advance(1);

        assertEquals(List.of(), refused(1, run));
        assertMeanOf(run, 0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aLateNodeIsMissingFromTheMean() {
        HostedFederation run =
                start(
                        MASKED.with("nodes.delay", "[c03=9]")
                                .with("devices.stragglers", "deadline")
                                .with("devices.deadline", "5"));
        new Paced(run).advance(1);

        UpdateRejected late = refused(1, run).getFirst();
        assertEquals("c03", late.node());
        assertEquals("late: 9", late.reason().substring(0, 7));
        assertMeanOf(run, 0, 1, 3, 4, 5, 6, 7);
    }

    @Test
    void whereTooManyLeaveTheirRoundIsWithheldAndTheNextGoesOn() {
        silence(DeliveredShares.class, 0, 2, 5);
        HostedFederation run = start(MASKED);
        new Paced(run).advance(2);

        String reason =
                "secure aggregation stopped at the step \"masked input\": 5 nodes are left and 6"
                        + " are needed; allowed: fewer drop-outs, or a setting that bears more of"
                        + " them";
        assertEquals(
                List.of("gone", reason, "gone", reason, reason, "gone", reason, reason),
                refused(1, run).stream().map(UpdateRejected::reason).toList());
        assertEquals(model(0, run), model(1, run));
        assertEquals(8, taken(2, run).size());
    }

    @ParameterizedTest
    @ValueSource(classes = {SurvivorList.class, NeighbourSignatures.class})
    void whereTooFewHelpToOpenASumItIsWithheldAndTheNextRoundGoesOn(
            Class<? extends SecAggMessage> message) {
        silence(message, 0, 2, 5);
        HostedFederation run = start(MASKED);
        new Paced(run).advance(2);

        assertEquals(8, refused(1, run).size());
        assertEquals(model(0, run), model(1, run));
        assertEquals(8, taken(2, run).size());
    }

    /** Forty nodes bear that a fifth of them leave. */
    @Test
    void onASparseGraphTheMeanIsOfThoseWhoAreLeftToo() {
        silence(DeliveredShares.class, 1, 2, 3, 11, 20, 30, 38, 39);
        HostedFederation run = start(MASKED.with("clients", "40"));
        new Paced(run).advance(1);

        assertEquals(8, refused(1, run).size());
        assertMeanOf(
                run,
                IntStream.range(0, 40)
                        .filter(each -> !List.of(1, 2, 3, 11, 20, 30, 38, 39).contains(each))
                        .toArray());
    }

    /** In round 1 these nodes answer a kind of message with a refusal. */
    private void silence(Class<? extends SecAggMessage> kind, int... nodes) {
        vertx.eventBus()
                .addInboundInterceptor(delivery -> {
                    String address = delivery.message().address();
                    boolean silent =
                            kind.isInstance(delivery.message().body())
                                    && kind.cast(delivery.message().body()).round() == 1
                                    && IntStream.of(nodes)
                                            .anyMatch(each -> address.endsWith("/node/" + each));
                    if (silent) {
                        delivery.message().fail(1, "gone");
                    } else {
                        delivery.next();
                    }
                });
    }

    private HostedFederation start(Scenario scenario) {
        return (HostedFederation) engine.start(scenario, Drive.WATCHED);
    }

    /** To a level or two, the model after round 1 is the first plus their mean by examples. */
    private void assertMeanOf(HostedFederation run, int... clients) {
        List<ClientUpdate> updates = new ArrayList<>();
        double all = 0;
        for (int client : clients) {
            String id = run.data().nodes().get(client).id();
            updates.add(Objects.requireNonNull(run.lastUpdate(id)));
            all += updates.getLast().examples();
        }
        float[] expected = model(0, run).toArray();
        for (ClientUpdate each : updates) {
            each.delta().addTo(expected, (float) (each.examples() / all));
        }

        assertArrayEquals(expected, model(1, run).toArray(), 1e-5f);
        assertEquals(clients.length, taken(1, run).size());
    }

    private Weights model(int round, Federation run) {
        return Objects.requireNonNull(
                store.at(run.run(), round).orElseThrow().named().get("model"));
    }

    private List<UpdateRejected> refused(int round, Federation run) {
        return events(UpdateRejected.class, round, run);
    }

    private List<Share> taken(int round, Federation run) {
        return events(UpdatesAggregated.class, round, run).getFirst().shares();
    }

    private <T extends FederationEvent> List<T> events(Class<T> type, int round, Federation run) {
        return store.events(run.run()).stream()
                .map(RecordedEvent::event)
                .filter(event -> type.isInstance(event) && event.round() == round)
                .map(type::cast)
                .toList();
    }
}
