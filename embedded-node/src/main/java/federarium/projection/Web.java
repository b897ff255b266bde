package federarium.projection;

import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.EdgeSeat;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.PeersLinked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Who is linked with whom, where it is no star.
 *
 * @param edges the edge aggregators and their nodes; empty where there are none
 * @param combined what the root made of them last, or null if it has not yet
 * @param peers the graph of nodes without a coordinator, or null where there is one
 * @param consensus how far these were from agreeing, a point a round
 */
public record Web(
        List<EdgeSeat> edges,
        @Nullable EdgesCombined combined,
        @Nullable PeersLinked peers,
        PVector<ConsensusMeasured> consensus) {
    static final Web NONE = new Web(List.of(), null, null, TreePVector.empty());

    Web assigned(EdgesAssigned event) {
        return new Web(event.edges(), null, null, consensus);
    }

    Web combined(EdgesCombined event) {
        return new Web(edges, event, peers, consensus);
    }

    Web linked(PeersLinked event) {
        return new Web(edges, combined, event, consensus);
    }

    Web measured(ConsensusMeasured event) {
        return new Web(edges, combined, peers, consensus.plus(event));
    }
}
