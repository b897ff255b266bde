/** Who talks to whom: coordinator, nodes, and what travels between them. */
@NullMarked
package federarium.desktop.view.topology;

import org.jspecify.annotations.NullMarked;
