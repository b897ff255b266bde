/**
 * Additive homomorphic encryption: nodes encrypt, the coordinator adds what it cannot read, nodes
 * decrypt the sum.
 *
 * <p>Who is trusted: all clients share one secret key, a {@link
 * federarium.privacy.encryption.SharedKey}, and the coordinator has only a {@link
 * federarium.privacy.encryption.BlindSum}. So the coordinator together with one client reads
 * everybody's update, and any client reads any ciphertext that it gets to see. The coordinator is
 * taken to be curious but honest: it could hand out one node's ciphertext as if it were the sum,
 * and nobody would notice, as ciphertexts are not authenticated here.
 *
 * <p>Teaching grade: not reviewed, not constant time, memory that held secrets is not wiped.
 */
@NullMarked
package federarium.privacy.encryption;

import org.jspecify.annotations.NullMarked;
