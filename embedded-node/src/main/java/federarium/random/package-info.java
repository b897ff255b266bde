/** Named streams of random numbers, the same on every machine. */
@NullMarked
package federarium.random;

import org.jspecify.annotations.NullMarked;
