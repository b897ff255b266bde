/** What a run has told about one unit, a record or a client: epsilon, delta, and what is left. */
@NullMarked
package federarium.privacy.accounting;

import org.jspecify.annotations.NullMarked;
