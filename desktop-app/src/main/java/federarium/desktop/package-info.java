/** The dashboard: one window over one running federation. */
@NullMarked
package federarium.desktop;

import org.jspecify.annotations.NullMarked;
