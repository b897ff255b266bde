/** What each update was worth to the model, and what is paid for it. */
@NullMarked
package federarium.incentive;

import org.jspecify.annotations.NullMarked;
