package federarium.coordinator;

import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back from the nodes: in any order, too late, twice, broken, or not at all. */
class RoundReportsTest {
    private static final float NAN = Float.NaN;
    private static final String NOT_FINITE = "the update holds values that are not finite";

    private final TinyRun run = TinyRun.of(3).untilTraining();

    /** Thirds round differently by the order of a sum, so another order would show. */
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0, 2, 1", "1, 0, 2", "1, 2, 0", "2, 0, 1", "2, 1, 0"})
    void giveTheSameEventsInWhateverOrderTheyArrive(int first, int second, int third) {
        ClientUpdate[] updates = {
            run.update(0, .1f, 1e8f), run.update(1, .7f, -1e8f), run.update(2, -.3f, 1 / 3f)
        };
        TinyRun inOrder = TinyRun.of(3).untilTraining().arrive(updates).close();
        run.arrive(updates[first], updates[second], updates[third]).close();

        assertEquals(inOrder.log, run.log);
        assertEquals(inOrder.state.model(), run.state.model());
    }

    static Stream<ClientUpdate> strangers() {
        return Stream.of(
                TinyRun.updateOf(0, 1, 1, 1),
                TinyRun.updateOf(2, 1, 1, 1),
                TinyRun.updateOf(1, 0, 1, 1),
                TinyRun.updateOf(1, 5, 1, 1));
    }

    /** Of another round, a second from node a, from a node that nobody chose. */
    @ParameterizedTest
    @MethodSource("strangers")
    void changeNothingWhereNobodyWaitsForThem(ClientUpdate stranger) {
        run.arrive(run.update(0, 4, 0));
        RoundState before = run.state;
        run.arrive(stranger);

        assertEquals(new Transition(before, List.of(), List.of()), transition());
    }

    @Test
    void changeNothingOnceTheRoundIsClosed() {
        run.arrive(run.update(0, 4, 0), run.update(1, 4, 0), run.update(2, 4, 0)).close();
        RoundState before = run.state;
        run.arrive(TinyRun.updateOf(1, 1, 9, 9)).miss(2, "too late");

        assertEquals(new Transition(before, List.of(), List.of()), transition());
    }

    @Test
    void keepTheFirstUpdateWhereTheNodeIsReportedMissingLater() {
        run.arrive(run.update(0, 4, 0)).miss(0, "gone").arrive(run.update(1, 4, 0));
        run.miss(2, "no answer").permit(PROTECT_AND_SEND);

        assertEquals(List.of("a", "b"), received());
    }

    @Test
    void areRefusedAtAnotherSizeThanTheModels() {
        run.arrive(run.update(0, 4, 0), run.update(1, 4, 0, 0), run.update(2, 4, 0));
        run.permit(PROTECT_AND_SEND);

        assertEquals(
                new UpdateRejected(1, "b", "sent 3 parameters where the model has 2"),
                run.events.get(1));
        assertEquals(List.of("a", "c"), received());
    }

    @Test
    void areDoneWithoutForANodeThatIsMissing() {
        run.arrive(run.update(0, 5, 0)).miss(1, "lost its connection");
        run.arrive(run.update(2, 0, 5));
        assertEquals(List.of(new AwaitPermission(1, PROTECT_AND_SEND)), run.commands);

        run.permit(PROTECT_AND_SEND);
        assertEquals(new UpdateRejected(1, "b", "lost its connection"), run.events.get(1));

        run.permit(COMBINE);
        assertEquals(
                new UpdatesAggregated(
                        1,
                        List.of(new Share("a", 1 / 5.0), new Share("c", 4 / 5.0)),
                        Weights.copyOf(9, 4).sha256()),
                run.events.getLast());
    }

    @Test
    void countAsTrafficOnlyWhereTheyCame() {
        run.arrive(run.update(0, 5, 0)).miss(1, "gone").arrive(run.update(2, 0, 5)).close();

        assertEquals(new RoundClosed(1, 2 * 8, 3 * 8), run.events.getLast());
    }

    @Test
    void leaveTheModelAloneWhereNobodyAnswers() {
        run.miss(0, "gone").miss(1, "gone").miss(2, "gone").permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of(new UpdatesAggregated(1, List.of(), TinyRun.INITIAL.sha256())), run.events);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void areRefusedWhereTheyAreNotFiniteAndTheOthersCombined(float broken) {
        run.arrive(run.update(0, 5, 0), run.update(1, 1, broken), run.update(2, 0, 5));
        run.permit(PROTECT_AND_SEND);
        assertEquals(new UpdateRejected(1, "b", NOT_FINITE), run.events.get(2));

        run.permit(COMBINE);
        assertEquals(Weights.copyOf(9, 4), run.state.model());
    }

    @Test
    void failTheRunWhereNoneIsFinite() {
        run.arrive(run.update(0, NAN, 0), run.update(1, 0, NAN)).miss(2, "gone");
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of(
                        new RunFailed(
                                1,
                                "Diverged at round 1: every update holds values that are not"
                                        + " finite; a learning rate below 0.1 may help")),
                run.events);
        assertEquals(List.of(new Finish(TinyRun.INITIAL)), run.commands);
    }

    @Test
    void areNotBelievedWhereNoExamplesAreBehindThem() {
        run.arrive(zero(0), zero(1), zero(2)).permit(PROTECT_AND_SEND);

        FederationEvent refusal = new UpdateRejected(1, "a", "claims 0 training rows");
        assertEquals(refusal, run.events.getFirst());
    }

    @Test
    void areNotBelievedWhereNoStepsAreBehindThem() {
        ClientUpdate any = run.update(0, 4, 0);
        ClientUpdate idle =
                new ClientUpdate(0, any.round(), any.examples(), 0, any.loss(), any.delta());
        run.arrive(idle, run.update(1, 4, 0), run.update(2, 4, 0)).permit(PROTECT_AND_SEND);

        FederationEvent refusal = new UpdateRejected(1, "a", "claims 0 training steps");
        assertEquals(refusal, run.events.getFirst());
    }

    private Transition transition() {
        return new Transition(run.state, run.events, run.commands);
    }

    private List<String> received() {
        return run.events.stream()
                .filter(UpdateReceived.class::isInstance)
                .map(UpdateReceived.class::cast)
                .map(UpdateReceived::node)
                .toList();
    }

    private static ClientUpdate zero(int client) {
        return new ClientUpdate(client, 1, 0, 0, 0, Weights.copyOf(1, 1));
    }
}
