/** Additive homomorphic encryption: the coordinator adds what it cannot read. */
@NullMarked
package federarium.privacy.encryption;

import org.jspecify.annotations.NullMarked;
