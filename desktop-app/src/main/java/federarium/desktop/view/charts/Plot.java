package federarium.desktop.view.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * The field that lines are drawn in: rounds 0 to {@code lastRound} across, values from {@code low}
 * to {@code high} upwards, in pixels of the canvas.
 */
record Plot(
        double left,
        double top,
        double width,
        double height,
        int lastRound,
        double low,
        double high) {

    double x(double round) {
        return left + width * round / Math.max(1, lastRound);
    }

    double y(double value) {
        return top + height * (high - value) / (high - low);
    }

    /** The round nearest to that pixel. */
    int round(double x) {
        long round = Math.round((x - left) / width * Math.max(1, lastRound));
        return (int) Math.max(0, Math.min(lastRound, round));
    }

    boolean across(double x) {
        return x >= left - 6 && x <= left + width + 6;
    }

    double bottom() {
        return top + height;
    }

    /** Round numbers about that many pixels apart. */
    List<Integer> roundTicks(double apart) {
        double wanted = Math.max(1, lastRound * apart / Math.max(1, width));
        int step = (int) Math.max(1, nice(wanted));
        List<Integer> ticks = new ArrayList<>();
        for (int tick = 0; tick <= lastRound; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** The multiples of a step from 0 up to the highest value. */
    List<Double> valueTicks(double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; i * step <= high() * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5, 10, 20 … that is not below. */
    static double nice(double wanted) {
        double unit = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * unit >= wanted * (1 - 1e-9)) {
                return factor * unit;
            }
        }
        return 10 * unit;
    }

    /**
     * Moves names apart so that none overlap: each as near to its wish as the order allows.
     *
     * @param wishes wished centres, in any order
     * @param apart the least distance
     */
    static double[] apart(double[] wishes, double apart, double from, double to) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wishes.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(wishes[a], wishes[b]));
        double[] places = wishes.clone();
        for (int pass = 0; pass < 40; pass++) {
            for (int i = 1; i < order.size(); i++) {
                int above = order.get(i - 1);
                int below = order.get(i);
                double lack = apart - (places[below] - places[above]);
                if (lack > 0) {
                    places[above] -= lack / 2;
                    places[below] += lack / 2;
                }
            }
            for (int i = 0; i < order.size(); i++) {
                int each = order.get(i);
                double highest = from + i * apart;
                double lowest = to - (order.size() - 1 - i) * apart;
                places[each] = Math.max(highest, Math.min(lowest, places[each]));
            }
        }
        return places;
    }
}
