package federarium.privacy.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The privacy loss distribution of all that a ledger holds: ε and δ from above, nearly tight.
 *
 * <p>Losses of steps add up, so their distributions are convolved (Koskela, Jälkö, Honkela 2020),
 * on a grid of 1e-4, coarser only where that would need more than two million points. Steps without
 * sampling are together one Gaussian, 1/σ² = Σ 1/σ_i², exactly. Both directions are composed, the
 * unit taken away and added; the worse one counts. Pessimistic throughout: the grid, what is cut
 * off and an allowance of 4.4e-16 a step for rounding all count as loss, so no δ is told below
 * that.
 */
public final class Pld {
    private static final double INTERVAL = 1e-4;
    private static final double COARSEST = 1;
    private static final int MOST_POINTS = 1 << 21;

    /** Twice the spacing of doubles at 1; it covers the tails that are cut off, too. */
    private static final double ROUNDING = 2 * 0x1.0p-52;

    private final List<LossDistribution> directions;
    private final double infinite;

    private Pld(List<LossDistribution> directions, double infinite) {
        this.directions = directions;
        this.infinite = infinite;
    }

    /** What two distributions an observer weighs against each other, and how often. */
    private record Step(SampledPair pair, long steps) {}

    /** Of everything in a ledger. */
    public static Pld of(Ledger ledger) {
        return of(ledger, new LossGrids());
    }

    static Pld of(Ledger ledger, LossGrids grids) {
        List<Step> steps = new ArrayList<>();
        double precision = 0;
        for (Ledger.Entry entry : ledger.entries()) {
            Charge charge = entry.charge();
            if (charge.sampled() && charge.rate() > 0) {
                steps.add(new Step(new SampledPair(charge.noise(), charge.rate()), entry.steps()));
            } else if (!charge.sampled()) {
                precision += entry.steps() / (charge.noise() * charge.noise());
            }
        }
        if (precision > 0) {
            steps.add(new Step(new SampledPair(1 / StrictMath.sqrt(precision), 1), 1));
        }
        return steps.isEmpty() ? new Pld(List.of(), 0) : compose(steps, grids);
    }

    private static Pld compose(List<Step> steps, LossGrids grids) {
        double interval = INTERVAL;
        for (Step step : steps) {
            SampledPair pair = step.pair();
            double range =
                    pair.noise() == 0
                            ? Double.POSITIVE_INFINITY
                            : pair.largestLoss() - pair.leastLoss();
            interval = coarsened(interval, range / interval);
        }
        while (interval <= COARSEST) {
            List<Composition> directions = directions(steps, interval, grids);
            List<Composition.Window> windows =
                    directions.stream().map(Composition::window).toList();
            double points =
                    windows.stream().mapToDouble(Composition.Window::points).max().orElseThrow();
            if (points <= MOST_POINTS) {
                long count = steps.stream().mapToLong(Step::steps).sum();
                return new Pld(
                        IntStream.range(0, directions.size())
                                .mapToObj(i -> directions.get(i).distribution(windows.get(i)))
                                .toList(),
                        StrictMath.min(1, ROUNDING * count));
            }
            interval = coarsened(interval, points);
        }
        return new Pld(List.of(), 1);
    }

    private static double coarsened(double interval, double points) {
        double coarser = interval;
        for (double left = points; left > MOST_POINTS - 2 && coarser <= COARSEST; left /= 2) {
            coarser *= 2;
        }
        return coarser;
    }

    /** The unit taken away, and added; a Gaussian alone looks the same either way. */
    private static List<Composition> directions(
            List<Step> steps, double interval, LossGrids grids) {
        List<Composition.Part> taken = new ArrayList<>();
        List<Composition.Part> added = new ArrayList<>();
        for (Step step : steps) {
            LossDistribution loss = grids.of(step.pair(), interval);
            taken.add(new Composition.Part(loss, step.steps()));
            added.add(
                    new Composition.Part(
                            step.pair().rate() < 1 ? loss.reversed() : loss, step.steps()));
        }
        return taken.equals(added)
                ? List.of(new Composition(taken))
                : List.of(new Composition(taken), new Composition(added));
    }

    /**
     * The smallest ε from 0 on that goes with δ; infinite where there is none.
     *
     * @param delta above 0
     */
    public double epsilon(double delta) {
        if (delta <= infinite) {
            return Double.POSITIVE_INFINITY;
        }
        return directions.stream()
                .mapToDouble(loss -> loss.epsilon(delta, infinite))
                .max()
                .orElse(0);
    }

    /**
     * The smallest δ that goes with ε.
     *
     * @param epsilon at least 0
     */
    public double delta(double epsilon) {
        double finite =
                directions.stream().mapToDouble(loss -> loss.delta(epsilon)).max().orElse(0);
        return StrictMath.min(1, finite + infinite);
    }
}
