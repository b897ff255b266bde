package federarium.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Was this row in? Whoever guesses says yes where the model's loss on it is at most a threshold
 * (Yeom et al., "Privacy risk in machine learning", CSF 2018). The threshold is chosen on the even
 * places of both groups, and measured on the odd ones, so that it cannot fit what it is measured
 * on.
 *
 * @param threshold in nats
 * @param found share of the rows that were in for which it says yes
 * @param mistaken share of the others for which it does
 * @param members measured
 * @param others measured
 * @param roc points of all thresholds on the rows that were measured, from (0, 0) to (1, 1)
 * @param auc area below them
 */
public record LossThreshold(
        double threshold,
        double found,
        double mistaken,
        int members,
        int others,
        List<Point> roc,
        double auc) {
    /** Two-sided, at 95 %. */
    private static final double Z = 1.959963984540054;

    /** Mistaken and found at one threshold. */
    public record Point(double mistaken, double found) {}

    /**
     * Chooses and measures.
     *
     * @param members losses on rows that were trained on, in no order that matters
     * @param others on such that were not; two of each at least
     */
    public static LossThreshold of(double[] members, double[] others) {
        if (members.length < 2 || others.length < 2) {
            throw new IllegalArgumentException(
                    "%d rows that were in and %d that were not; allowed: 2 or more of each"
                            .formatted(members.length, others.length));
        }
        double threshold = best(every(members, 0), every(others, 0));
        double[] in = every(members, 1);
        double[] out = every(others, 1);
        return new LossThreshold(
                threshold,
                below(in, threshold),
                below(out, threshold),
                in.length,
                out.length,
                roc(in, out),
                area(in, out));
    }

    /** found − mistaken: 0 for a guesser who knows nothing, 1 for one who knows all. */
    public double advantage() {
        return found - mistaken;
    }

    /** The lower end of the advantage's 95 % interval. */
    public double low() {
        return advantage()
                - StrictMath.hypot(
                        found - wilson(found, members, -1), wilson(mistaken, others, 1) - mistaken);
    }

    /** The upper end: Newcombe's interval of a difference (Stat. Med. 17, 1998, method 10). */
    public double high() {
        return advantage()
                + StrictMath.hypot(
                        wilson(found, members, 1) - found, mistaken - wilson(mistaken, others, -1));
    }

    private static double wilson(double share, int n, int side) {
        double middle = share + Z * Z / (2 * n);
        double half = Z * StrictMath.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return (middle + side * half) / (1 + Z * Z / n);
    }

    private static double[] every(double[] losses, int from) {
        double[] half = new double[(losses.length + 1 - from) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = losses[2 * i + from];
        }
        return half;
    }

    private static double best(double[] in, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (double each : in) {
            double advantage = below(in, each) - below(out, each);
            if (advantage > most) {
                most = advantage;
                best = each;
            }
        }
        return best;
    }

    private static double below(double[] losses, double threshold) {
        return (double) Arrays.stream(losses).filter(loss -> loss <= threshold).count()
                / losses.length;
    }

    private static List<Point> roc(double[] in, double[] out) {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        Arrays.stream(in)
                .distinct()
                .sorted()
                .forEach(each -> points.add(new Point(below(out, each), below(in, each))));
        points.add(new Point(1, 1));
        return points;
    }

    private static double area(double[] in, double[] out) {
        double wins = 0;
        for (double own : in) {
            for (double other : out) {
                wins += own < other ? 1 : own == other ? .5 : 0;
            }
        }
        return wins / ((double) in.length * out.length);
    }
}
