/** What is done to updates so that they tell little of any unit: clipping, and noise. */
@NullMarked
package federarium.privacy.noise;

import org.jspecify.annotations.NullMarked;
