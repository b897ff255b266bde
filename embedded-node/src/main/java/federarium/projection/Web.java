package federarium.projection;

import federarium.event.FederationEvent.EdgeSeat;
import federarium.event.FederationEvent.EdgesAssigned;
import federarium.event.FederationEvent.EdgesCombined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is linked with whom, where it is no star.
 *
 * @param edges the edge aggregators and their nodes; empty where there are none
 * @param combined what the root made of them last, or null if it has not yet
 */
public record Web(List<EdgeSeat> edges, @Nullable EdgesCombined combined) {
    static final Web NONE = new Web(List.of(), null);

    Web assigned(EdgesAssigned event) {
        return new Web(event.edges(), null);
    }

    Web combined(EdgesCombined event) {
        return new Web(edges, event);
    }
}
