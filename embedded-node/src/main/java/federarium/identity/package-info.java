/** Who a machine is to others: its keys, its certificate, and the link that leads to it. */
@NullMarked
package federarium.identity;

import org.jspecify.annotations.NullMarked;
