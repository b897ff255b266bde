package federarium.transport;

import federarium.privacy.secagg.Guarantee;
import federarium.privacy.secagg.RoundTerms;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every side of a run knows of its nodes before the first round, so that nobody has to take
 * the coordinator's word for it.
 *
 * @param signers each node's Ed25519 key, in client order
 */
public record Directory(String run, List<PublicKey> signers) {

    /** The terms of a round, made anew by each side: how many may be missing is not negotiable. */
    RoundTerms terms(Invitation invitation) {
        List<Integer> clients = invitation.clients();
        Guarantee guarantee = Guarantee.standard(clients.size());
        Map<Integer, PublicKey> keys = new HashMap<>();
        clients.forEach(client -> keys.put(client, signers.get(client)));
        return new RoundTerms(
                run,
                invitation.round(),
                invitation.terms().encoding().coordinates(),
                invitation.terms().graph(clients),
                guarantee.threshold(),
                guarantee.fewest(),
                keys);
    }
}
