package federarium.coordinator;

import federarium.coordinator.Purses.Earned;
import federarium.event.FederationEvent;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.event.RewardEvent.Payment;
import federarium.scenario.Incentive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcollections.PVector;

/**
 * Who takes part for what is paid: a node leaves once it was paid less, on average over its last
 * rounds, than these cost it in energy. Of those who have left the one with the lowest cost comes
 * back, if an equal share of the pot would cover it: one a round, as each that comes makes the
 * shares smaller.
 */
final class Willingness {
    private Willingness() {}

    /**
     * Who leaves and who comes back, in node order.
     *
     * @param payments of the round
     * @param purses with what it cost and paid
     */
    static List<FederationEvent> after(
            int round, List<Payment> payments, Incentive incentive, Purses purses) {
        Double price = incentive.pricePerJoule();
        if (price == null) {
            return List.of();
        }
        List<FederationEvent> events = new ArrayList<>();
        for (Payment each : payments) {
            PVector<Earned> stay = purses.stay(each.node());
            if (stay.size() < incentive.patience()) {
                continue;
            }
            List<Earned> lately = stay.subList(stay.size() - incentive.patience(), stay.size());
            double earned = lately.stream().mapToDouble(Earned::credits).average().orElseThrow();
            double cost =
                    price * lately.stream().mapToDouble(Earned::joules).average().orElseThrow();
            if (earned < cost) {
                events.add(new NodeWithdrew(round, each.node(), earned, cost));
            }
        }
        int staying = payments.size() - events.size();
        double offer = incentive.pot() / (staying + 1);
        purses.away().stream()
                .min(
                        Comparator.comparingDouble(purses::joulesOf)
                                .thenComparing(Comparator.naturalOrder()))
                .filter(node -> price * purses.joulesOf(node) <= offer)
                .ifPresent(node ->
                        events.add(
                                new NodeReturned(
                                        round, node, offer, price * purses.joulesOf(node))));
        return events;
    }
}
