package federarium.transport;

import federarium.coordinator.SumRule;
import federarium.coordinator.SumTerms;
import federarium.privacy.secagg.Octets;

/**
 * The sum of a round's updates, encrypted, for the nodes to open and to move their model by.
 *
 * @param rule with all changes that act in the round
 */
public record EncryptedSum(int round, Octets octets, SumTerms terms, SumRule rule) {

    /** Bytes as it travels: the round, and itself; how to read it the nodes were told before. */
    long bytes() {
        return Integer.BYTES + octets.length();
    }
}
