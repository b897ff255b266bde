/** Nodes of other machines: the coordinator's door, the seats behind it, and who knocks. */
@NullMarked
package federarium.transport.remote;

import org.jspecify.annotations.NullMarked;
