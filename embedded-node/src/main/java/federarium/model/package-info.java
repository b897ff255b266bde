/** Models as a node trains them, whatever engine computes the steps. */
@NullMarked
package federarium.model;

import org.jspecify.annotations.NullMarked;
