/**
 * Dense classifiers on the Vector API, whose bits depend on no machine.
 *
 * <p>Every output accumulates in one fixed order, with fused multiply-adds, whether the machine has
 * 4, 8 or 16 float lanes: lanes run across independent outputs or across batch rows, and nothing is
 * ever summed across lanes.
 */
@NullMarked
package federarium.model.vector;

import org.jspecify.annotations.NullMarked;
