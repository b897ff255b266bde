package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.event.RewardEvent.Payment;
import federarium.scenario.Incentive;
import federarium.scenario.Incentive.Coalitions;
import federarium.scenario.Incentive.Pay;
import federarium.scenario.Incentive.Utility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pot of 12, two credits a joule, and patience for two rounds. */
class WillingnessTest {
    private static final Incentive INCENTIVE = incentive(2.0);

    private final List<FederationEvent> log = new ArrayList<>();

    private static Incentive incentive(@Nullable Double pricePerJoule) {
        return new Incentive(
                Pay.GTG, 12, Coalitions.FIXED, Utility.ACCURACY, false, false, pricePerJoule, 2);
    }

    @Test
    void aNodeLeavesOnceItsPayWasBelowItsCostForAsLongAsItIsPatient() {
        assertEquals(List.of(), round(1, cost(3, 1), paid(5, 7)));

        assertEquals(List.of(new NodeWithdrew(2, "a", 5, 6)), round(2, cost(3, 1), paid(5, 7)));
    }

    @Test
    void aGoodRoundMakesUpForABadOne() {
        round(1, cost(3, 1), paid(5, 7));

        assertEquals(List.of(), round(2, cost(3, 1), paid(7, 5)));
    }

    @Test
    void nobodyLeavesWhereAJouleCostsNothing() {
        round(1, cost(3, 1), paid(0, 12));
        round(2, cost(3, 1), paid(0, 12));

        assertEquals(
                List.of(), Willingness.after(2, paid(0, 12), incentive(null), Purses.after(log)));
    }

    @Test
    void whoeverIsBackIsPatientAnew() {
        round(1, cost(3, 1), paid(5, 7));
        round(2, cost(3, 1), paid(5, 7));
        log.add(new NodeReturned(3, "a", 6, 6));

        assertEquals(List.of(), round(4, cost(3, 1), paid(5, 7)));
    }

    /** c would take a third of the pot for 3, d for 8; each would come if it were alone. */
    @Test
    void theCheapestOfThoseThatLeftComesBackIfAnEqualShareWouldPayForIt() {
        log.add(costed(1, List.of(cost("c", 1.5), cost("d", 1))));
        log.add(new NodeWithdrew(1, "c", 0, 3));
        log.add(new NodeWithdrew(1, "d", 0, 2));

        assertEquals(List.of(new NodeReturned(2, "d", 4, 2)), round(2, cost(1, 1), paid(6, 6)));
        assertEquals(List.of(new NodeReturned(3, "c", 4, 3)), round(3, cost(1, 1), paid(6, 6)));
    }

    @Test
    void nobodyComesBackForLessThanItCosts() {
        log.add(costed(1, List.of(cost("c", 2.5))));
        log.add(new NodeWithdrew(1, "c", 0, 5));

        assertEquals(List.of(), round(2, cost(1, 1), paid(6, 6)));
    }

    @Test
    void aRoundThatIsDoneAgainIsPaidOnce() {
        round(1, cost(1, 1), paid(6, 6));
        log.add(new RoundClosed(1, 0, 0));
        round(2, cost(1, 1), paid(6, 6));
        log.add(new RoundRestarted(2, "interrupted"));

        assertEquals(1, Purses.after(log).stay("a").size());
        assertEquals(6, Purses.after(log).total("a"));
    }

    private List<FederationEvent> round(int round, List<NodeCost> costs, List<Payment> payments) {
        log.add(costed(round, costs));
        log.add(new CreditsPaid(round, "gtg", 12, payments));
        List<FederationEvent> next =
                Willingness.after(round, payments, INCENTIVE, Purses.after(log));
        log.addAll(next);
        return next;
    }

    private static RoundCosted costed(int round, List<NodeCost> nodes) {
        return new RoundCosted(round, nodes, 0, 0, new Pooling(0, 0, 0, 0));
    }

    private static NodeCost cost(String node, double joules) {
        return new NodeCost(node, 0, joules);
    }

    private static List<NodeCost> cost(double first, double second) {
        return List.of(cost("a", first), cost("b", second));
    }

    private static List<Payment> paid(double first, double second) {
        return List.of(new Payment("a", first, first), new Payment("b", second, second));
    }
}
