/** The messages of a run as they travel between machines. */
@NullMarked
package federarium.transport.wire;

import org.jspecify.annotations.NullMarked;
