/** What a federation looks like after some events: a pure fold, the same live and replayed. */
@NullMarked
package federarium.projection;

import org.jspecify.annotations.NullMarked;
