/** What happened in a federation, and what may be asked of it. */
@NullMarked
package federarium.event;

import org.jspecify.annotations.NullMarked;
