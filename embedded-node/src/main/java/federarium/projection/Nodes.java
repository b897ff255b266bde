package federarium.projection;

import federarium.event.EvidenceEvent.Evidence;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.Share;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.RewardEvent.Payment;
import federarium.projection.NodeState.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The nodes of a federation, in client order.
 *
 * @param list one state a node
 * @param seats position in the list by node id
 */
public record Nodes(PVector<NodeState> list, PMap<String, Integer> seats) {
    static final Nodes NONE = new Nodes(TreePVector.empty(), HashTreePMap.empty());

    public int size() {
        return list.size();
    }

    /**
     * The node with that id.
     *
     * @throws IllegalArgumentException if none of that id joined
     */
    public NodeState get(String id) {
        return list.get(seat(id));
    }

    Nodes joined(NodeJoined event) {
        NodeState node = NodeState.joined(event);
        Integer seat = seats.get(event.node());
        return seat != null
                ? new Nodes(list.with(seat, node), seats)
                : new Nodes(list.plus(node), seats.plus(event.node(), list.size()));
    }

    Nodes update(String id, UnaryOperator<NodeState> change) {
        int seat = seat(id);
        return new Nodes(list.with(seat, change.apply(list.get(seat))), seats);
    }

    /** A node that was sent a model and has not answered is still at it. */
    Nodes chosen(List<String> cohort) {
        PVector<NodeState> next = list;
        for (int i = 0; i < list.size(); i++) {
            NodeState node = list.get(i);
            if (node.sitsOut()) {
                node = node.sittingOut(false);
            }
            if (node.phase() != Phase.IDLE && node.phase() != Phase.MODEL_SENT) {
                node = node.in(Phase.IDLE);
            }
            next = node == list.get(i) ? next : next.with(i, node);
        }
        Nodes nodes = new Nodes(next, seats);
        for (String id : cohort) {
            nodes = nodes.update(id, node -> node.in(Phase.CHOSEN));
        }
        return nodes;
    }

    /** They were sent something, which does not change what they are at. */
    Nodes told(List<String> ids, long bytes) {
        Nodes nodes = this;
        for (String id : ids) {
            nodes = nodes.update(id, node -> node.sent(bytes).in(node.phase()));
        }
        return nodes;
    }

    Nodes sittingOut(List<String> ids) {
        Nodes nodes = this;
        for (String id : ids) {
            nodes = nodes.update(id, node -> node.sittingOut(true));
        }
        return nodes;
    }

    Nodes spending(List<Spending> spendings) {
        Nodes nodes = this;
        for (Spending each : spendings) {
            for (String id : each.nodes()) {
                nodes = nodes.update(id, node -> node.spending(each.epsilon()));
            }
        }
        return nodes;
    }

    /** These, with what the same nodes have spent by now. */
    Nodes havingSpent(Nodes now) {
        Nodes nodes = this;
        for (NodeState node : now.list) {
            Double epsilon = node.epsilon();
            if (epsilon != null) {
                nodes = nodes.update(node.id(), each -> each.spending(epsilon));
            }
        }
        return nodes;
    }

    Nodes weighted(List<Share> shares) {
        return each(shares, Share::node, NodeState::weighted);
    }

    Nodes scored(List<NodeScore> scores) {
        return each(scores, NodeScore::node, NodeState::scored);
    }

    Nodes scoredOwn(List<NodeScore> scores) {
        return each(scores, NodeScore::node, NodeState::scoredOwn);
    }

    Nodes compared(List<Evidence> evidence) {
        return each(evidence, Evidence::node, NodeState::compared);
    }

    Nodes paid(List<Payment> payments) {
        return each(payments, Payment::node, NodeState::paid);
    }

    Nodes costing(List<NodeCost> costs) {
        return each(costs, NodeCost::node, NodeState::costing);
    }

    private <T> Nodes each(
            List<T> told, Function<T, String> id, BiFunction<NodeState, T, NodeState> change) {
        Nodes nodes = this;
        for (T one : told) {
            nodes = nodes.update(id.apply(one), node -> change.apply(node, one));
        }
        return nodes;
    }

    /** Epsilon of the node that has spent most, or null where nothing was charged. */
    @Nullable Double mostSpent() {
        return list.stream()
                .map(NodeState::epsilon)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private int seat(String id) {
        Integer seat = seats.get(id);
        if (seat == null) {
            throw new IllegalArgumentException("no node " + id + " joined this run");
        }
        return seat;
    }
}
