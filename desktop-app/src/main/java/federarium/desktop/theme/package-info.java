/** Colours, fonts, icons: what the window is made of. */
@NullMarked
package federarium.desktop.theme;

import org.jspecify.annotations.NullMarked;
