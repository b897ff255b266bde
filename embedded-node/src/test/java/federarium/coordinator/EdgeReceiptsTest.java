package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.device.Device;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeReceiptsTest {
    /** 1 s of latency, 8 bytes a second each way, 2 joules a byte; computing takes nothing. */
    private static final Device SLOW =
            new Device("slow", Double.POSITIVE_INFINITY, 8, 8, 1, 1, 0, 2);

    private final TinyRun run =
            new TinyRun(
                    TinyRun.of(2, "rounds", "1").plan.scenario(),
                    2,
                    new Equipment(Collections.nCopies(2, SLOW), 0, 0));

    @Test
    void anUpdateIsThereAfterBothWaysAndAMissingOneHasCostTheWayDown() {
        EdgeReceipts receipts =
                EdgeReceipts.of(
                        1,
                        List.of(
                                new UpdateReceived(1, "a", 1, 2, .5, 3, 16),
                                new UpdateRejected(1, "b", "the node has left")),
                        List.of(0, 1),
                        new Trips(run.plan, run.plan.scenario()),
                        8);

        assertEquals(1 + 1 + 1 + 2, receipts.seconds());
        assertEquals(new UpdateReceived(1, "a", 1, 2, .5, 3, 16, 5), receipts.events().getFirst());
        assertEquals(
                List.of(new NodeCost("a", 5, 2 * 24), new NodeCost("b", 0, 2 * 8)),
                costs(receipts.events().getLast()));
    }

    private static List<NodeCost> costs(FederationEvent event) {
        return ((RoundCosted) event).nodes();
    }
}
