/** A federation put together: wiring, starting and stopping, and the command line. */
@NullMarked
package federarium.host;

import org.jspecify.annotations.NullMarked;
