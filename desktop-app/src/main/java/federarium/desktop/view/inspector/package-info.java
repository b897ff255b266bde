/** What stays at a node and what leaves it. */
@NullMarked
package federarium.desktop.view.inspector;

import org.jspecify.annotations.NullMarked;
