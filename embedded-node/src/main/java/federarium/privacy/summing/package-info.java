/** What nodes hand in to a sum that alone is read, and what is made of it. */
@NullMarked
package federarium.privacy.summing;

import org.jspecify.annotations.NullMarked;
