package federarium.coordinator;

import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.device.Device;
import federarium.device.DeviceClass;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.update.Slice;
import federarium.update.Slice.Range;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Node a (1 row) trains both parameters of the model, node b (3 rows) the first one alone. */
class WidthsTest {
    private static final Slices SLICES =
            new Slices(2, List.of(Slice.whole(2), new Slice(List.of(new Range(0, 1)))));

    /** 1 operation, and 4 bytes each way, a second; 1 watt. */
    private static final Device DEVICE = new Device("slow", 1, 4, 4, 0, 1, 1, 0);

    @Test
    void sendsANodeItsSliceOfTheModel() {
        TinyRun run = run();

        assertEquals(
                List.of(TinyRun.INITIAL, Weights.copyOf(8)),
                run.commands.stream().map(command -> ((Train) command).model()).toList());
        assertEquals(
                List.of(new ModelSent(1, "a", 8), new ModelSent(1, "b", 4)),
                run.log.stream().filter(ModelSent.class::isInstance).toList());
    }

    @Test
    void averagesAParameterOverTheNodesThatHaveIt() {
        TinyRun run = run();

        run.arrive(run.update(0, 4, 4), run.update(1, 8)).permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(Weights.copyOf(15, 4), run.state.model());
    }

    @Test
    void countsTheBytesOfTheSlicesBothWays() {
        TinyRun run = run();

        run.arrive(run.update(0, 4, 4), run.update(1, 8)).close();

        assertEquals(new RoundClosed(1, 12, 12, 24), run.events.getLast());
    }

    /** A step of a row at 20 operations: 20 s for node a, half for b; and 2 s or 1 s each way. */
    @Test
    void reckonsWithTheWorkOfASliceAndPoolsTheWholeModel() {
        TinyRun run = run();

        run.arrive(run.update(0, 4, 4), run.update(1, 8)).permit(PROTECT_AND_SEND);

        RoundCosted costed = (RoundCosted) run.events.getLast();
        assertEquals(List.of(new NodeCost("a", 24, 20), new NodeCost("b", 12, 10)), costed.nodes());
        double speed = DeviceClass.LARGE_SERVER.device().speed();
        assertEquals(40, costed.pooling().seconds() * speed, 1e-6);
    }

    @Test
    void rejectsAnUpdateOfAnotherSizeThanItsNodesSlice() {
        TinyRun run = run();

        run.arrive(run.update(0, 4, 4), run.update(1, 8, 8)).permit(PROTECT_AND_SEND);

        assertEquals(
                new UpdateRejected(1, "b", "sent 2 parameters where the model has 1"),
                run.events.get(1));
    }

    private static TinyRun run() {
        return new TinyRun(
                        TinyRun.scenario("model.widths", "[1, 0.5]", "training.batchSize", "1"),
                        2,
                        new Equipment(List.of(DEVICE, DEVICE), 20, 0),
                        SLICES)
                .untilTraining();
    }
}
