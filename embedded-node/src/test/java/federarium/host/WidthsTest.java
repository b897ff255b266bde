package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.RecordedEvent;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the digits whose nodes train models of several widths. */
class WidthsTest {

    /** 64·32 + 32 + 32·10 + 10 parameters, and with 8 hidden units 64·8 + 8 + 8·10 + 10. */
    @Test
    void anUpdateIsAsLargeAsItsNodesModel() {
        List<Long> bytes =
                Runs.log(widths("[1, 0.25]", 1), 2).stream()
                        .map(RecordedEvent::event)
                        .filter(UpdateReceived.class::isInstance)
                        .map(event -> ((UpdateReceived) event).bytes())
                        .toList();

        long whole = 2410 * 4;
        long quarter = 610 * 4;
        assertEquals(
                List.of(whole, quarter, whole, quarter, whole, quarter, whole, quarter), bytes);
    }

    @Test
    void theNumberOfThreadsChangesNoEventAndNoBit() {
        Scenario scenario = widths("[1, 0.5, 0.0625]", 4);

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[1, 1.0]"})
    void oneWidthForAllIsFedAvg(String all) {
        Runs.assertSame(
                Runs.comparable(Runs.log(Runs.digits(3), 2)),
                Runs.comparable(Runs.log(widths(all, 3), 2)));
    }

    /** The narrow ones are dropped, so the slices of those that take part are all whole. */
    @Test
    void oneWidthForAllThatTakePartIsFedAvgThroughTheSlices() {
        String narrow = "[c02, c04, c06, c08]";

        Runs.assertSame(
                Runs.comparable(Runs.log(Runs.digits(3).with("nodes.dropped", narrow), 2)),
                Runs.comparable(Runs.log(widths("[1, 0.5]", 3).with("nodes.dropped", narrow), 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "dl4j"})
    void theWholeModelLearnsFromNarrowOnes(String compute) {
        FederationState outcome =
                Runs.fold(Runs.log(widths("[1, 0.5, 0.25]", 10).with("compute", compute), 2));

        double accuracy = outcome.points().getLast().evaluation().accuracy();
        assertTrue(accuracy > .9, "accuracy " + accuracy);
    }

    private static Scenario widths(String widths, int rounds) {
        return Runs.digits(rounds).with("model.widths", widths);
    }
}
