/** The top bar: scenario, playback, speed. */
@NullMarked
package federarium.desktop.view.bar;

import org.jspecify.annotations.NullMarked;
