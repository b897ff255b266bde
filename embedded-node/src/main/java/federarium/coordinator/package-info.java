/** The round as a pure state machine, and the ports it is driven through. */
@NullMarked
package federarium.coordinator;

import org.jspecify.annotations.NullMarked;
