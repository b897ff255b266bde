/** Who is whose neighbour, and how neighbours mix their models. */
@NullMarked
package federarium.topology;

import org.jspecify.annotations.NullMarked;
