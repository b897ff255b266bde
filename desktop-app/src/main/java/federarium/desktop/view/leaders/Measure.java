package federarium.desktop.view.leaders;

import federarium.event.RewardEvent.ContributionsScored;
import org.jspecify.annotations.Nullable;

/**
 * A way to value updates.
 *
 * @param rule as the scenario names it
 * @param coalitions how a coalition's model is made, or null where the rule asks for none
 */
record Measure(String rule, @Nullable String coalitions) {

    static Measure of(ContributionsScored scored) {
        return new Measure(scored.rule(), scored.coalitions());
    }

    String name() {
        return coalitions == null ? rule : rule + ", " + coalitions;
    }

    /** What it measures, in a sentence or two. */
    String meaning() {
        String measured =
                switch (rule) {
                    case "equal" -> "The same for everybody whose update was there.";
                    case "size" -> "How many rows a node trains on, which it says itself.";
                    case "leaveOneOut" ->
                            "How much worse the round's model is without this update alone; of two"
                                    + " that teach the same, neither counts.";
                    case "shapley" ->
                            "What an update adds on average, over every order in which the round's"
                                    + " updates could have come, exactly.";
                    case "tmc" ->
                            "As shapley, from orders drawn by chance that end where little is left"
                                    + " to add.";
                    case "gtg" ->
                            "As shapley, from orders that let each begin in turn; rounds that"
                                    + " change little count for nothing.";
                    default -> "";
                };
        return coalitions == null
                ? measured
                : measured
                        + (coalitions.equals("fixed")
                                ? " Some of the updates keep the weights that all had."
                                : " Some of the updates share out the weight of all.");
    }
}
