/** From the engine's threads to the window's frames. */
@NullMarked
package federarium.desktop.feed;

import org.jspecify.annotations.NullMarked;
