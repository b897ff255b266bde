package federarium.transport;

import federarium.privacy.secagg.Guarantee;
import federarium.privacy.secagg.RoundTerms;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every side of a run knows of its nodes before the first round, so that nobody has to take
 * the coordinator's word for it. Those of one process may share it: the terms follow from what is
 * known, whoever works them out.
 */
public final class Directory {
    private final String run;
    private final List<PublicKey> signers;
    private @Nullable Known last;

    private record Known(Invitation invitation, RoundTerms terms) {}

    /**
     * The nodes of a run.
     *
     * @param signers each node's Ed25519 key, in client order
     */
    public Directory(String run, List<PublicKey> signers) {
        this.run = run;
        this.signers = List.copyOf(signers);
    }

    String run() {
        return run;
    }

    /** The terms of a round: how many nodes may be missing is not negotiable. */
    synchronized RoundTerms terms(Invitation invitation) {
        Known known = last;
        if (known == null || !known.invitation.equals(invitation)) {
            known = new Known(invitation, worked(invitation));
            last = known;
        }
        return known.terms;
    }

    private RoundTerms worked(Invitation invitation) {
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
