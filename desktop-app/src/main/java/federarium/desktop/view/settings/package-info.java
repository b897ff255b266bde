/** Every setting of a scenario, to look up and to change. */
@NullMarked
package federarium.desktop.view.settings;

import org.jspecify.annotations.NullMarked;
