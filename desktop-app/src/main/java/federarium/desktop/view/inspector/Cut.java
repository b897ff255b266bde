package federarium.desktop.view.inspector;

import federarium.desktop.feed.Noising;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.UpdateReceived;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update's norm, what was cut from it, and the noise that covers it: figures, and whose they
 * are.
 *
 * <p>Where the noise is distributed nothing of a single update arrives.
 *
 * @param norm of the update as it arrived
 * @param values so many
 */
record Cut(Noising noising, double norm, int steps, int values) {
    private static final String AND_THE_COUNT =
            " That is a little more than σ·C, as the count that C follows is noised too.";

    static Cut of(Noising noising, UpdateReceived update, int values) {
        return new Cut(noising, update.norm(), update.steps(), values);
    }

    /** By name, in order. */
    Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        String clipNorm = Figures.measure(noising.clipNorm());
        String noise = "± " + Figures.measure(noising.deviation());
        switch (noising.mechanism()) {
            case NONE, DISTRIBUTED -> figures.put("Norm", Figures.measure(norm));
            case CENTRAL -> {
                figures.put("Norm as it arrived", Figures.measure(norm));
                figures.put("Norm after the cut", noising.done() ? after() : "not yet cut");
                figures.put("Noise on the sum", noising.done() ? noise : "not yet added");
            }
            case LOCAL -> {
                figures.put("Norm before the cut", "the node’s alone");
                figures.put("Norm after the cut", "at most " + clipNorm);
                figures.put("Noise, each value", noise);
                figures.put("Norm as it arrived", Figures.measure(norm));
            }
            case DP_SGD -> {
                figures.put("Each row’s gradient", "at most " + clipNorm);
                figures.put("Noise, each step and value", noise);
                figures.put("Norm as it arrived", Figures.measure(norm));
            }
        }
        return figures;
    }

    private String after() {
        return norm > noising.clipNorm()
                ? Figures.measure(noising.clipNorm())
                : Figures.measure(norm) + ", whole";
    }

    /** Whose figures these are, and what they mean; empty where nothing is cut. */
    String words() {
        String clipNorm = Figures.measure(noising.clipNorm());
        String deviation = Figures.measure(noising.deviation());
        return switch (noising.mechanism()) {
            case NONE, DISTRIBUTED -> "";
            case CENTRAL ->
                    noising.done()
                            ? "The coordinator’s figures: it cut what is longer than C = %s, and noised each value of the sum of all updates with a deviation of %s."
                                            .formatted(clipNorm, deviation)
                                    + (noising.adaptive() ? AND_THE_COUNT : "")
                            : "The coordinator’s figure: what is cut and noised is so where updates"
                                    + " are combined.";
            case LOCAL ->
                    "Cut and noised before it left, with a deviation of %s = σ·C. The server’s figure is of both together; the noise alone is about %s long."
                            .formatted(
                                    deviation,
                                    Figures.measure(noising.deviation() * Math.sqrt(values)));
            case DP_SGD ->
                    "Cut and noised inside the node, in each of its %s: every row’s gradient to C = %s, their sum with a deviation of %s = σ·C."
                            .formatted(Figures.many(steps, "step"), clipNorm, deviation);
        };
    }
}
