/** What the coordinator can see of a round's updates, and who is suspected for it. */
@NullMarked
package federarium.desktop.view.evidence;

import org.jspecify.annotations.NullMarked;
