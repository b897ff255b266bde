package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.event.RewardEvent.Payment;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What the nodes have earned and what that cost them, as the log tells it.
 *
 * @param totals credits by node
 * @param joules of each node's last round
 * @param stays of each node since it came: what its rounds paid and took, the latest last
 * @param away who has left
 * @param closed these at the end of the round before
 */
public record Purses(
        PMap<String, Double> totals,
        PMap<String, Double> joules,
        PMap<String, PVector<Earned>> stays,
        PSet<String> away,
        @Nullable Purses closed) {
    static final Purses EMPTY =
            new Purses(
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePSet.empty(),
                    null);

    /** A round of a node. */
    public record Earned(double credits, double joules) {}

    /** The purses as a log has them. */
    public static Purses after(List<FederationEvent> log) {
        Purses purses = EMPTY;
        for (FederationEvent event : log) {
            purses = purses.apply(event);
        }
        return purses;
    }

    Purses apply(List<FederationEvent> events) {
        Purses purses = this;
        for (FederationEvent event : events) {
            purses = purses.apply(event);
        }
        return purses;
    }

    private Purses apply(FederationEvent event) {
        return switch (event) {
            case RoundCosted costed -> costing(costed.nodes());
            case CreditsPaid paid -> paying(paid.payments());
            case NodeWithdrew left ->
                    new Purses(
                            totals,
                            joules,
                            stays.minus(left.node()),
                            away.plus(left.node()),
                            closed);
            case NodeReturned back ->
                    new Purses(totals, joules, stays, away.minus(back.node()), closed);
            case RoundClosed _ -> closing();
            case RoundRestarted _ -> closed == null ? EMPTY : closed.closing();
            default -> this;
        };
    }

    private Purses closing() {
        return new Purses(
                totals, joules, stays, away, new Purses(totals, joules, stays, away, null));
    }

    private Purses costing(List<NodeCost> nodes) {
        PMap<String, Double> next = joules;
        for (NodeCost each : nodes) {
            next = next.plus(each.node(), each.joules());
        }
        return new Purses(totals, next, stays, away, closed);
    }

    private Purses paying(List<Payment> payments) {
        PMap<String, Double> sums = totals;
        PMap<String, PVector<Earned>> longer = stays;
        for (Payment each : payments) {
            sums = sums.plus(each.node(), each.total());
            Earned earned = new Earned(each.credits(), joulesOf(each.node()));
            longer = longer.plus(each.node(), stay(each.node()).plus(earned));
        }
        return new Purses(sums, joules, longer, away, closed);
    }

    double total(String node) {
        return totals.getOrDefault(node, 0.0);
    }

    double joulesOf(String node) {
        return joules.getOrDefault(node, 0.0);
    }

    PVector<Earned> stay(String node) {
        return stays.getOrDefault(node, TreePVector.empty());
    }

    /** The clients that have left, of nodes in client order. */
    List<Integer> away(List<NodeJoined> nodes) {
        return IntStream.range(0, nodes.size())
                .filter(client -> away.contains(nodes.get(client).node()))
                .boxed()
                .toList();
    }
}
