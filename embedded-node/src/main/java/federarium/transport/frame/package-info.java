/** Named vectors and a few words about them as one string of bytes. */
@NullMarked
package federarium.transport.frame;

import org.jspecify.annotations.NullMarked;
