package federarium.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.EvidenceEvent.Evidence;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RewardEvent.Contribution;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.event.RewardEvent.Payment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes; in round 1 b's update is refused, and a alone is paid. */
class FindingsTest {
    private static final Evidence OF_A = new Evidence("a", 2, 1, 1.0, -1.0, 0.0);
    private static final Evidence OF_B = new Evidence("b", 9, -1, 7.0, 1.0, 0.0);
    private static final UpdatesCompared COMPARED = new UpdatesCompared(1, List.of(OF_A, OF_B), .9);
    private static final BackdoorMeasured OBEYED = new BackdoorMeasured(1, "yes", .25);
    private static final ContributionsScored BY_SIZE = scored("size");
    private static final ContributionsScored BY_SHAPLEY = scored("shapley");
    private static final CreditsPaid PAID = paid(1, 10, 10);

    private static final List<FederationEvent> LOG =
            List.of(
                    new NodeJoined(0, "a", "Ward A", 10, 2, List.of(6, 4)),
                    new NodeJoined(0, "b", "Ward B", 20, 4, List.of(9, 11)),
                    evaluated(0),
                    new RoundClosed(0, 0, 0),
                    new RoundStarted(1, List.of("a", "b")),
                    new UpdateReceived(1, "a", 10, 1, .4, 2, 8),
                    new UpdateReceived(1, "b", 20, 2, .6, 9, 8),
                    COMPARED,
                    new UpdateRejected(1, "b", "its Krum score is not the lowest"),
                    new UpdatesAggregated(1, List.of(new Share("a", 1)), "sha-1"),
                    evaluated(1),
                    OBEYED,
                    BY_SIZE,
                    BY_SHAPLEY,
                    PAID,
                    new RoundClosed(1, 16, 16));

    private static final FederationState CLOSED = fold(LOG);

    @Test
    void areThoseOfTheRoundInProgressAndOfItsPoint() {
        Findings findings = CLOSED.round().findings();

        assertEquals(COMPARED, findings.compared());
        assertEquals(OBEYED, findings.backdoor());
        assertEquals(PAID, findings.paid());
        assertEquals(findings, CLOSED.points().get(1).findings());
    }

    @Test
    void holdTheScoresByEveryRuleInTheirOrder() {
        assertEquals(List.of(BY_SIZE, BY_SHAPLEY), CLOSED.round().findings().scored());
    }

    @Test
    void areNoneBeforeAnythingIsFoundAndInTheNextRound() {
        assertEquals(Findings.NONE, CLOSED.points().getFirst().findings());
        assertEquals(
                Findings.NONE, CLOSED.apply(new RoundStarted(2, List.of("a"))).round().findings());
    }

    @Test
    void areNoneOfARoundThatIsDoneAgain() {
        FederationState undone =
                fold(
                        CLOSED,
                        new RoundStarted(2, List.of("a", "b")),
                        paid(2, 5, 15),
                        new RoundRestarted(2, "interrupted"));

        assertEquals(PAID, undone.round().findings().paid());
        assertEquals(10.0, undone.nodes().get("a").purse().total());
    }

    @Test
    void leaveTheirEvidenceWithTheUpdateOfANodeWhateverBecomesOfIt() {
        assertEquals(OF_A, CLOSED.nodes().get("a").delivery().evidence());
        assertEquals(OF_B, CLOSED.nodes().get("b").delivery().evidence());
    }

    @Test
    void areForgottenOfANodeWithItsNextUpdate() {
        FederationState second =
                fold(
                        CLOSED,
                        new RoundStarted(2, List.of("a")),
                        new UpdateReceived(2, "a", 10, 1, .3, 1, 8));

        assertNull(second.nodes().get("a").delivery().evidence());
        assertEquals(OF_B, second.nodes().get("b").delivery().evidence());
    }

    @Test
    void fillThePursesOfThoseThatArePaid() {
        FederationState second =
                fold(CLOSED, new RoundStarted(2, List.of("a")), paid(2, -2.5, 7.5));

        assertEquals(new Purse(7.5, -2.5, false), second.nodes().get("a").purse());
        assertEquals(Purse.EMPTY, second.nodes().get("b").purse());
    }

    @Test
    void aNodeIsAwayUntilItReturnsAndKeepsWhatItEarned() {
        FederationState away = CLOSED.apply(new NodeWithdrew(1, "a", 2, 3));

        assertEquals(new Purse(10.0, 10.0, true), away.nodes().get("a").purse());
        assertEquals(CLOSED, away.apply(new NodeReturned(2, "a", 4, 3)));
        assertTrue(!away.nodes().get("b").purse().away());
    }

    private static ContributionsScored scored(String rule) {
        return new ContributionsScored(
                1, rule, null, null, null, null, 0, List.of(new Contribution("a", 1, null, 10)));
    }

    private static CreditsPaid paid(int round, double credits, double total) {
        return new CreditsPaid(round, "size", 12, List.of(new Payment("a", credits, total)));
    }

    private static ModelEvaluated evaluated(int round) {
        return new ModelEvaluated(round, .5, .7, null, null, List.of());
    }

    private static FederationState fold(List<FederationEvent> log) {
        return fold(FederationState.EMPTY, log.toArray(FederationEvent[]::new));
    }

    private static FederationState fold(FederationState from, FederationEvent... log) {
        return Arrays.stream(log).reduce(from, FederationState::apply, (_, last) -> last);
    }
}
