/** Who takes part in a round. */
@NullMarked
package federarium.selection;

import org.jspecify.annotations.NullMarked;
