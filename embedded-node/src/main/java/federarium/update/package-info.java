/** Model parameters and what a node sends about them. */
@NullMarked
package federarium.update;

import org.jspecify.annotations.NullMarked;
