package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An edge of nodes a and b, who hold 1 and 3 examples, and a model of two parameters. */
class EdgeRoundTest {
    private static final Weights OWN = Weights.copyOf(8, 0);
    private static final Weights ROOT = Weights.copyOf(1, 1);

    @Test
    void itsNodesTrainFromItsOwnModel() {
        assertEquals(OWN, round(null).requests().getFirst().model());
    }

    @Test
    void itsNodesTrainFromTheRootsModelWhereThereIsANewOne() {
        assertEquals(ROOT, round(ROOT).requests().getFirst().model());
    }

    @Test
    void averagesByExamples() {
        EdgeReport report =
                round(null)
                        .arrived(TinyRun.updateOf(1, 1, 0, 8), 3)
                        .arrived(TinyRun.updateOf(1, 0, 4, 0), 1)
                        .report(EdgeRoundTest::name);

        assertEquals(Weights.copyOf(9, 6), report.model());
        assertEquals(List.of(new Share("a", .25), new Share("b", .75)), report.shares());
        assertEquals(4, report.examples());
        assertEquals(2 * 2 * Float.BYTES, report.bytes());
    }

    @Test
    void isCompleteWhenTheLastHasReported() {
        EdgeRound begun = round(null).arrived(TinyRun.updateOf(1, 0, 1, 1), 1);

        assertFalse(begun.isComplete());
        assertTrue(begun.missing(1, "gone").isComplete());
    }

    @Test
    void saysWhatCameInClientOrderAndWhoIsMissing() {
        EdgeReport report =
                round(null)
                        .missing(1, "gone")
                        .arrived(TinyRun.updateOf(1, 0, 3, 4), 1)
                        .report(EdgeRoundTest::name);

        assertEquals(
                List.of(
                        new UpdateReceived(1, "a", 1, 1, .5, 5, 8),
                        new UpdateRejected(1, "b", "gone")),
                report.receipts());
    }

    @Test
    void keepsItsModelWhenNothingCanBeUsed() {
        EdgeReport report =
                round(null)
                        .missing(1, "gone")
                        .arrived(TinyRun.updateOf(1, 0, Float.NaN, 0), 1)
                        .report(EdgeRoundTest::name);

        assertEquals(OWN, report.model());
        assertEquals(List.of(), report.shares());
        assertTrue(report.diverged());
    }

    /** One pass over 3 rows in batches of 10 is a single step. */
    @Test
    void refusesMoreStepsThanItsPlanHas() {
        EdgeReport report =
                round(null)
                        .missing(0, "gone")
                        .arrived(new ClientUpdate(1, 1, 3, 2, .5, Weights.copyOf(1, 1)), 3)
                        .report(EdgeRoundTest::name);

        assertEquals(
                new UpdateRejected(1, "b", "claims 2 training steps where its plan has at most 1"),
                report.receipts().getLast());
    }

    private static EdgeRound round(@Nullable Weights root) {
        Scenario scenario = TinyRun.scenario();
        TrainEdge asked =
                new TrainEdge(
                        1, 0, root, List.of(0, 1), scenario.training(), scenario.compression(), 7);
        return EdgeRound.of(asked, OWN);
    }

    private static String name(int client) {
        return client == 0 ? "a" : "b";
    }
}
