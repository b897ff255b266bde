/** The keys. */
@NullMarked
package federarium.desktop.view.help;

import org.jspecify.annotations.NullMarked;
