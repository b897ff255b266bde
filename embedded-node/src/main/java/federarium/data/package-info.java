/** Data sets: read, divided into train and test, dealt to nodes, standardised. */
@NullMarked
package federarium.data;

import org.jspecify.annotations.NullMarked;
