/** Numbers and sentences as people read them. */
@NullMarked
package federarium.desktop.text;

import org.jspecify.annotations.NullMarked;
