/** What a node does with its own rows in a round. */
@NullMarked
package federarium.client;

import org.jspecify.annotations.NullMarked;
