/** How updates become the next global model: one file a rule. */
@NullMarked
package federarium.aggregation;

import org.jspecify.annotations.NullMarked;
