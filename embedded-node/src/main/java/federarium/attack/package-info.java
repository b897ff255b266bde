/** What a hostile client does with its rows and its update. It knows nothing of the defence. */
@NullMarked
package federarium.attack;

import org.jspecify.annotations.NullMarked;
