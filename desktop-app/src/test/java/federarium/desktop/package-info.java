@NullMarked
package federarium.desktop;

import org.jspecify.annotations.NullMarked;
