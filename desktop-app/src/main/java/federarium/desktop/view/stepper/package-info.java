/** The five steps of a round. */
@NullMarked
package federarium.desktop.view.stepper;

import org.jspecify.annotations.NullMarked;
