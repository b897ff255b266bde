/** Who may join a run from another machine, and who sits where. */
@NullMarked
package federarium.transport.lobby;

import org.jspecify.annotations.NullMarked;
