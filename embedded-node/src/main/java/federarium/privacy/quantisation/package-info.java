/** Updates as whole numbers whose sum is exact: what masks and ciphertexts can be added to. */
@NullMarked
package federarium.privacy.quantisation;

import org.jspecify.annotations.NullMarked;
