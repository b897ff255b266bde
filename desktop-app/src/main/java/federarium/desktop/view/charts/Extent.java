package federarium.desktop.view.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * The values that a chart of shares shows, so wide that every dot lies inside. It knows few widths,
 * and the lowest value of a run is nearly always that of round 0, so it seldom changes while a run
 * grows.
 */
record Extent(double low, double high) {
    private static final double[] FLOORS = {0.9, 0.8, 0.6, 0.5, 0.4, 0.2};
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5};

    /** From the first floor that is not above any value; to the top, or half where that will do. */
    static Extent of(List<Trace> traces) {
        double least = 1;
        double most = 0;
        for (Trace trace : traces) {
            for (Trace.Dot dot : trace.dots()) {
                least = Math.min(least, dot.value());
                most = Math.max(most, dot.value());
            }
        }
        double high = most > 0.4 || most == 0 ? 1 : 0.5;
        for (double floor : FLOORS) {
            if (high == 1 && least >= floor && !traces.isEmpty()) {
                return new Extent(floor, high);
            }
        }
        return new Extent(0, high);
    }

    /** Round values from low to high, as close as that many pixels apart. */
    static List<Double> ticks(Plot plot, double apart) {
        double span = plot.high() - plot.low();
        double wanted = span * apart / plot.height();
        List<Double> ticks = new ArrayList<>();
        for (double step : STEPS) {
            long parts = Math.round(span / step);
            if (step >= wanted && parts > 0 && Math.abs(parts * step - span) < 1e-9) {
                for (int i = 0; i <= parts; i++) {
                    ticks.add(plot.low() + i * step);
                }
                return ticks;
            }
        }
        return List.of(plot.low(), plot.high());
    }
}
