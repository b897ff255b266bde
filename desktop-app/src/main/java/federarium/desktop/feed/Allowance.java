package federarium.desktop.feed;

import federarium.desktop.text.Figures;
import federarium.projection.NodeState;
import federarium.scenario.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * A node's privacy budget: what it has spent, and what is left of it.
 *
 * @param noised whether anything is promised, and so anything is spent
 * @param spent ε so far
 * @param budget the ε that it may spend, or null where nothing ends it
 * @param out whether it sits out, as a round would cost more than is left
 */
public record Allowance(boolean noised, double spent, @Nullable Double budget, boolean out) {
    private static final double LOW = 0.25;

    /** Of that node, under these settings. */
    public static Allowance of(Privacy privacy, NodeState node) {
        Double epsilon = node.epsilon();
        return new Allowance(
                !privacy.isNone(), epsilon == null ? 0 : epsilon, privacy.budget(), node.sitsOut());
    }

    /** The share of the budget that is left, from 1 to 0; 1 where there is none. */
    public double left() {
        return budget == null ? 1 : Math.clamp(1 - spent / budget, 0, 1);
    }

    /** Whether less than a quarter is left. */
    public boolean low() {
        return left() < LOW;
    }

    /** Whether it takes part no more. */
    public boolean locked() {
        return noised && (out || left() == 0);
    }

    /** What is spent and what is left, in words; empty where nothing is promised. */
    public String words() {
        if (!noised) {
            return "";
        }
        if (budget == null) {
            return "ε %s spent, no budget".formatted(Figures.measure(spent));
        }
        return "ε %s of %s spent, %s"
                .formatted(
                        Figures.measure(spent),
                        Figures.measure(budget),
                        locked() ? "too little left: sits out" : Figures.percent(left()) + " left");
    }
}
