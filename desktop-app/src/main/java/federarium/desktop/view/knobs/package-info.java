/** The settings that matter most. */
@NullMarked
package federarium.desktop.view.knobs;

import org.jspecify.annotations.NullMarked;
