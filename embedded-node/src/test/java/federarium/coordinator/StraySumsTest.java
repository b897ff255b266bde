package federarium.coordinator;

import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.privacy.quantisation.RingVector;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where only sums are seen, what nobody waits for changes nothing either. */
class StraySumsTest {
    private static final SumOpened OPENED =
            new SumOpened(1, RingVector.copyOf(0, 0, 1), Traffic.NONE);
    private static final SumWithheld WITHHELD = new SumWithheld(1, "no", Traffic.NONE);

    private final TinyRun run = TinyRun.of(3, "secureAggregation", "true").untilTraining();

    /** The machine has no way to take one, whoever sends it. */
    @Test
    void anUpdateThatIsNotHidden() {
        assertIgnored(new UpdateArrived(run.update(0, 4, 0)));
    }

    @Test
    void aNodeThatTrainedTwice() {
        run.train(0);

        assertIgnored(new TrainingEnded(1, 0, false));
        assertIgnored(new UpdateMissing(1, 0, "gone"));
    }

    @Test
    void aNodeThatTrainedInAnotherRoundOrTakesNoPart() {
        assertIgnored(new TrainingEnded(0, 0, true));
        assertIgnored(new TrainingEnded(2, 0, true));
        assertIgnored(new TrainingEnded(1, 3, true));
    }

    @Test
    void partsThatAreNotCollectedYet() {
        assertIgnored(collected(1));
        run.train(0, 1, 2);
        assertIgnored(collected(1));
    }

    @Test
    void partsOfAnotherRound() {
        run.train(0, 1, 2).permit(PROTECT_AND_SEND);

        assertIgnored(collected(0));
        assertIgnored(collected(2));
    }

    @Test
    void partsThatAreCollectedTwice() {
        run.train(0, 1, 2).permit(PROTECT_AND_SEND).give(collected(1));

        assertIgnored(collected(1));
    }

    @Test
    void aSumBeforeItIsToBeOpened() {
        run.train(0, 1, 2).permit(PROTECT_AND_SEND);
        assertIgnored(OPENED);
        assertIgnored(WITHHELD);
        run.give(collected(1));
        assertIgnored(OPENED);
        assertIgnored(WITHHELD);
    }

    @Test
    void aSumOfAnotherRound() {
        run.train(0, 1, 2).permit(PROTECT_AND_SEND).give(collected(1)).permit(COMBINE);

        assertIgnored(new SumOpened(2, OPENED.sum(), Traffic.NONE));
        assertIgnored(new SumWithheld(0, "no", Traffic.NONE));
    }

    @Test
    void aSumThatIsOpenedTwice() {
        run.train(0, 1, 2).permit(PROTECT_AND_SEND).give(collected(1)).permit(COMBINE);
        run.give(OPENED);

        assertIgnored(OPENED);
        assertIgnored(WITHHELD);
    }

    @Test
    void partsAndSumsWhereEveryUpdateIsSeen() {
        TinyRun seen = TinyRun.of(2).untilTraining();
        for (CoordinatorInput input :
                List.of(collected(1), OPENED, WITHHELD, new TrainingEnded(1, 0, true))) {
            assertEquals(
                    new Transition(seen.state, List.of(), List.of()),
                    seen.machine.step(seen.state, input));
        }
    }

    private static SumCollected collected(int round) {
        return new SumCollected(round, new TreeMap<>(), new TreeMap<>(), null);
    }

    private void assertIgnored(CoordinatorInput input) {
        assertEquals(
                new Transition(run.state, List.of(), List.of()),
                run.machine.step(run.state, input));
    }
}
