/** Who contributed how much, by one rule and by another. */
@NullMarked
package federarium.desktop.view.leaders;

import org.jspecify.annotations.NullMarked;
