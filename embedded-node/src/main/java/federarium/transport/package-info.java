/** Vert.x: the verticles that coordinator and nodes are, and their messages. */
@NullMarked
package federarium.transport;

import org.jspecify.annotations.NullMarked;
