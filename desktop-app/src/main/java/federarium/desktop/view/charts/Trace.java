package federarium.desktop.view.charts;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name as it is written at the line's end
 * @param method how its values were measured, one sentence
 * @param dots as measured, never smoothed
 */
record Trace(Kind kind, String name, String method, List<Dot> dots) {

    enum Kind {
        GHOST,
        POOLED,
        ALONE,
        WORST,
        /** The models that nodes keep for themselves. */
        OWN,
        NODE,
        /** How often the model obeys a trigger. */
        TRIGGER,
        GLOBAL
    }

    /** A value after a round. */
    record Dot(int round, double value) {}

    /** The last dot, which carries the name. */
    Dot end() {
        return dots.getLast();
    }

    /** The value at that round, or NaN where none was measured. */
    double at(int round) {
        for (Dot dot : dots) {
            if (dot.round() == round) {
                return dot.value();
            }
        }
        return Double.NaN;
    }
}
