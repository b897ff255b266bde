package federarium.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.FederationEvent.WarningGiven;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.FederationEvent.YardsticksSkipped;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.projection.FederationState.Outcome;
import federarium.projection.FederationState.Status;
import federarium.projection.NodeState.Phase;
import federarium.projection.NodeState.Traffic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three nodes; in round 1 the cohort is a and b, and b's update is refused. */
class FederationStateTest {
    private static final RunStarted STARTED = started("run-1");
    private static final NodeJoined A = new NodeJoined(0, "a", "Ward A", 10, 2, List.of(6, 4));
    private static final NodeJoined B = new NodeJoined(0, "b", "Ward B", 20, 4, List.of(9, 11));
    private static final NodeJoined C = new NodeJoined(0, "c", "Ward C", 30, 6, List.of(0, 30));
    private static final ModelEvaluated INITIAL = evaluated(0, .5);
    private static final ModelEvaluated FIRST = evaluated(1, .75);
    private static final UpdateReceived FROM_A = new UpdateReceived(1, "a", 10, 1, .4, 2, 8);
    private static final UpdateReceived FROM_B = new UpdateReceived(1, "b", 20, 2, .6, 9, 8);
    private static final UpdatesAggregated AGGREGATE =
            new UpdatesAggregated(1, List.of(new Share("a", 1)), "sha-1");

    private static final List<FederationEvent> LOG =
            List.of(
                    STARTED,
                    A,
                    B,
                    C,
                    new ModelInitialized(0, "sha-0"),
                    INITIAL,
                    new RoundClosed(0, 0, 0),
                    new SettingChanged(1, "rounds", "3"),
                    new RoundStarted(1, List.of("a", "b")),
                    new ModelSent(1, "a", 8),
                    new ModelSent(1, "b", 8),
                    FROM_A,
                    FROM_B,
                    new UpdateRejected(1, "b", "not finite"),
                    AGGREGATE,
                    FIRST,
                    new RoundClosed(1, 16, 16));

    private static final FederationState CLOSED = fold(LOG);

    @Test
    void knowsWhatWasStartedAndWhatWasChangedSince() {
        assertEquals(STARTED, CLOSED.run());
        assertEquals(List.of(new SettingChanged(1, "rounds", "3")), CLOSED.changes());
        assertEquals("sha-1", CLOSED.modelSha256());
        assertEquals(new Outcome(Status.RUNNING, null), CLOSED.outcome());
    }

    @Test
    void knowsTheNodesInClientOrder() {
        assertEquals(
                List.of(A, B, C), CLOSED.nodes().list().stream().map(NodeState::seat).toList());
        assertEquals(3, CLOSED.nodes().size());
    }

    @Test
    void followsANodeWhoseUpdateCounts() {
        assertEquals(
                new NodeState(
                        A,
                        Phase.UPDATE_RECEIVED,
                        new NodeScore("a", .75, null),
                        null,
                        new Delivery(FROM_A, 1.0, null, null, null),
                        null,
                        false,
                        Purse.EMPTY,
                        new Traffic(1, 8, 8)),
                CLOSED.nodes().get("a"));
    }

    @Test
    void followsANodeWhoseUpdateIsRefused() {
        assertEquals(
                new NodeState(
                        B,
                        Phase.REJECTED,
                        null,
                        null,
                        new Delivery(FROM_B, null, null, "not finite", null),
                        null,
                        false,
                        Purse.EMPTY,
                        new Traffic(1, 8, 8)),
                CLOSED.nodes().get("b"));
    }

    @Test
    void leavesANodeAloneThatWasNotChosen() {
        assertEquals(NodeState.joined(C), CLOSED.nodes().get("c"));
    }

    @Test
    void drawsItsCurvesFromTheClosedRounds() {
        assertEquals(
                List.of(
                        new RoundPoint(0, List.of(), List.of(), INITIAL, 0, 0),
                        new RoundPoint(1, List.of("a", "b"), List.of("b"), FIRST, 16, 16)),
                CLOSED.points());
    }

    @Test
    void keepsWhatTheNodesOwnModelsWereMeasuredAt() {
        NodeScore own = new NodeScore("a", .9, null);
        PersonalModelsMeasured measured = new PersonalModelsMeasured(2, "ditto", .9, List.of(own));
        FederationState state =
                CLOSED.apply(new RoundStarted(2, List.of()))
                        .apply(new ModelEvaluated(2, .8, .5, null, null, List.of()))
                        .apply(measured)
                        .apply(new RoundClosed(2, 0, 0));

        assertEquals(measured, state.points().get(2).personal());
        assertEquals(own, state.nodes().get("a").own());
        assertEquals(new NodeScore("a", .75, null), state.nodes().get("a").score());
    }

    @Test
    void goesThroughThePhasesOfARound() {
        List<Phase> phases = new ArrayList<>();
        FederationState state = FederationState.EMPTY;
        for (FederationEvent event : LOG) {
            state = state.apply(event);
            if (event.round() == 1) {
                phases.add(state.nodes().get("b").phase());
            }
        }
        assertEquals(
                List.of(
                        Phase.IDLE,
                        Phase.CHOSEN,
                        Phase.CHOSEN,
                        Phase.MODEL_SENT,
                        Phase.MODEL_SENT,
                        Phase.UPDATE_RECEIVED,
                        Phase.REJECTED,
                        Phase.REJECTED,
                        Phase.REJECTED,
                        Phase.REJECTED),
                phases);
    }

    @Test
    void beginsARoundWithoutTheLastOnesRefusals() {
        FederationState second = CLOSED.apply(new RoundStarted(2, List.of("c")));

        assertEquals(2, second.round().number());
        assertEquals(List.of("c"), second.round().cohort());
        assertEquals(List.of(), second.round().rejected());
        assertNull(second.round().aggregate());
        assertEquals(Phase.IDLE, second.nodes().get("b").phase());
        assertEquals(Phase.CHOSEN, second.nodes().get("c").phase());
    }

    @Test
    void addsUpTheTrafficOfANode() {
        FederationState second =
                fold(
                        CLOSED,
                        new RoundStarted(2, List.of("a")),
                        new ModelSent(2, "a", 8),
                        new UpdateReceived(2, "a", 10, 1, .3, 1, 4));

        assertEquals(new Traffic(2, 12, 16), second.nodes().get("a").traffic());
    }

    @Test
    void forgetsARefusalWhenTheNodesNextUpdateArrives() {
        FederationState second =
                fold(
                        CLOSED,
                        new RoundStarted(2, List.of("b")),
                        new UpdateReceived(2, "b", 20, 2, .5, 1, 8));

        assertNull(second.nodes().get("b").rejection());
    }

    @Test
    void aRoundThatIsDoneAgainHasNotHappenedButForWhatItSpent() {
        FederationState undone =
                fold(
                        CLOSED,
                        new SettingChanged(2, "rounds", "4"),
                        new RoundStarted(2, List.of("a")),
                        new BudgetsSpent(2, List.of("b")),
                        new ModelSent(2, "a", 8),
                        new UpdateReceived(2, "a", 10, 1, .3, 1, 4),
                        new UpdatesAggregated(2, List.of(new Share("a", 1)), "sha-2"),
                        spent(2, "a", 3),
                        new RoundRestarted(2, "interrupted"));

        assertEquals(fold(CLOSED, spent(1, "a", 3)).nodes(), undone.nodes());
        assertEquals(CLOSED.round(), undone.round());
        assertEquals(CLOSED.changes(), undone.changes());
        assertEquals("sha-1", undone.modelSha256());
        assertEquals(undone, fold(undone, new RoundStarted(2, List.of("a")), again()));
    }

    private static RoundRestarted again() {
        return new RoundRestarted(2, "interrupted");
    }

    @Test
    void aNodeBeginsWithWhatOtherRunsHaveToldOfItsRows() {
        FederationState state =
                CLOSED.apply(
                        new SpendingCarried(
                                1,
                                "record",
                                List.of(),
                                0,
                                List.of(new Spending(List.of("a", "b"), 1, 1, 1, 2.5))));

        assertEquals(2.5, state.nodes().get("b").epsilon());
        assertNull(state.nodes().get("c").epsilon());
    }

    private static PrivacySpent spent(int round, String node, double epsilon) {
        Spending one = new Spending(List.of(node), 1, 1, 1, epsilon);
        return new PrivacySpent(
                round, "dpSgd", "record", 1, 1, 1, 1e-5, "rdp", "secure", null, List.of(one), null);
    }

    @Test
    void refusesToTellOfANodeThatNeverJoined() {
        assertNoNodeD(() -> CLOSED.nodes().get("d"));
        assertNoNodeD(() -> CLOSED.apply(new ModelSent(2, "d", 8)));
        assertNoNodeD(() -> CLOSED.apply(new RoundStarted(2, List.of("a", "d"))));
    }

    private static void assertNoNodeD(Runnable call) {
        assertEquals(
                "no node d joined this run",
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void givesANodeThatJoinsAgainItsOldSeat() {
        NodeJoined moved = new NodeJoined(1, "b", "Ward B", 21, 4, List.of(10, 11));
        FederationState state = CLOSED.apply(moved);

        assertEquals(
                List.of(A, moved, C), state.nodes().list().stream().map(NodeState::seat).toList());
    }

    @Test
    void refusesToCloseARoundThatNobodyMeasured() {
        FederationState unmeasured = CLOSED.apply(new RoundStarted(2, List.of("a")));

        assertThrows(IllegalStateException.class, () -> unmeasured.apply(new RoundClosed(2, 8, 8)));
    }

    @Test
    void startsOverWithANewRun() {
        assertEquals(FederationState.EMPTY.apply(started("run-2")), CLOSED.apply(started("run-2")));
    }

    @Test
    void knowsHowTheRunEnded() {
        assertEquals(
                new Outcome(Status.COMPLETED, null),
                CLOSED.apply(new RunCompleted(1, "sha-1")).outcome());
        assertEquals(
                new Outcome(Status.FAILED, "Diverged"),
                CLOSED.apply(new RunFailed(1, "Diverged")).outcome());
    }

    @Test
    void keepsWarningsUntilANewRunStarts() {
        FederationState warned =
                FederationState.EMPTY.apply(STARTED).apply(new WarningGiven(0, "Mind the gap"));
        assertEquals(List.of(new WarningGiven(0, "Mind the gap")), warned.warnings());
        assertEquals(List.of(), warned.apply(started("run-2")).warnings());
    }

    @Test
    void keepsTheYardsticksOrWhyThereAreNone() {
        YardstickMeasured yardstick = new YardstickMeasured(1, .6, .4, .9);

        assertEquals(List.of(yardstick), CLOSED.apply(yardstick).yardsticks().points());
        assertEquals(
                "too many nodes",
                CLOSED.apply(new YardsticksSkipped(1, "too many nodes")).yardsticks().skipped());
    }

    /**
     * Folding on from an earlier state gives the same again: nothing that was folded changed it.
     */
    @Test
    void leavesEarlierStatesAsTheyWere() {
        List<FederationState> states = new ArrayList<>(List.of(FederationState.EMPTY));
        LOG.forEach(event -> states.add(states.getLast().apply(event)));

        for (int i = 0; i < LOG.size(); i++) {
            assertEquals(fold(LOG.subList(0, i)), states.get(i), "before " + LOG.get(i));
            assertEquals(states.get(i + 1), states.get(i).apply(LOG.get(i)), "at " + LOG.get(i));
        }
    }

    private static FederationState fold(List<FederationEvent> log) {
        return fold(FederationState.EMPTY, log.toArray(FederationEvent[]::new));
    }

    private static FederationState fold(FederationState from, FederationEvent... log) {
        FederationState state = from;
        for (FederationEvent event : log) {
            state = state.apply(event);
        }
        return state;
    }

    private static RunStarted started(String run) {
        return new RunStarted(
                0, run, "wards", 1, 2, "dense", 2, "vector", List.of("no", "yes"), "accuracy");
    }

    /** Only node a has held-out rows of its own. */
    private static ModelEvaluated evaluated(int round, double accuracy) {
        return new ModelEvaluated(
                round, accuracy, .7, null, null, List.of(new NodeScore("a", accuracy, null)));
    }
}
