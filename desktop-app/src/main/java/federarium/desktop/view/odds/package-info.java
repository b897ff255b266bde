/** What epsilon means to people: odds. */
@NullMarked
package federarium.desktop.view.odds;

import org.jspecify.annotations.NullMarked;
