/** Sentences with a way on. */
@NullMarked
package federarium.desktop.view.notice;

import org.jspecify.annotations.NullMarked;
