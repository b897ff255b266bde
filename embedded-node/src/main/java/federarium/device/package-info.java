/** What a node runs on, simulated: how long its share of a round takes, and what energy. */
@NullMarked
package federarium.device;

import org.jspecify.annotations.NullMarked;
