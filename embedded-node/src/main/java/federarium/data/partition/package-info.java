/** How rows are dealt to nodes: one file a rule. */
@NullMarked
package federarium.data.partition;

import org.jspecify.annotations.NullMarked;
