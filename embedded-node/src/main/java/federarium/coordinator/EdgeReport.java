package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.Share;
import federarium.update.Weights;
import java.util.List;

/**
 * What an edge tells the coordinator of its round. The updates themselves stay at the edge.
 *
 * @param receipts what the log says of what came from its nodes, in client order
 * @param shares the weights that it gave them; empty where it averaged nothing
 * @param model the edge's model now: travels when the root combines, else only to be measured and
 *     kept
 * @param examples behind what it averaged
 * @param bytes payload of the updates that came
 * @param diverged whether updates came, and none of them could be used
 */
public record EdgeReport(
        int round,
        int edge,
        List<FederationEvent> receipts,
        List<Share> shares,
        Weights model,
        long examples,
        long bytes,
        boolean diverged) {}
