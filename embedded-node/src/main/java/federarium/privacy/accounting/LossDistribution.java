package federarium.privacy.accounting;

import java.util.Arrays;

/**
 * A privacy loss on a grid: P(loss = (lowest + i)·interval) = mass[i].
 *
 * @param interval of the grid
 * @param lowest index of the first point
 * @param mass sums to 1 at most; not to be written to
 */
record LossDistribution(double interval, long lowest, double[] mass) {

    /**
     * The loss of one step against an observer who tells the unit's presence from its absence.
     *
     * <p>By connecting the dots (Doroshenko, Ghazi, Kamath, Kumar, Manurangsi, PoPETs 2022): what
     * falls between two points of the grid is shared by them so that both distributions of the pair
     * keep their mass. δ(ε) is then exact at every point and too high between them, never too low.
     */
    static LossDistribution of(SampledPair pair, double interval) {
        long lowest = (long) StrictMath.floor(pair.leastLoss() / interval);
        long highest = (long) StrictMath.ceil(pair.largestLoss() / interval);
        double[] mass = new double[(int) (highest - lowest) + 1];
        double from = pair.leastSum();
        for (int i = 0; i < mass.length - 1; i++) {
            double epsilon = (lowest + i) * interval;
            double to = StrictMath.min(pair.largestSum(), pair.sum(epsilon + interval));
            if (to > from) {
                SampledPair.Share share = pair.between(from, to, epsilon);
                double upper =
                        StrictMath.min(share.mass(), share.tilt() / -StrictMath.expm1(-interval));
                mass[i + 1] += upper;
                mass[i] += share.mass() - upper;
                from = to;
            }
        }
        return new LossDistribution(interval, lowest, normalized(mass));
    }

    /**
     * The loss the other way round, the absence told from the presence: e^(−loss)·mass at −loss.
     */
    LossDistribution reversed() {
        double[] turned = new double[mass.length];
        for (int i = 0; i < mass.length; i++) {
            turned[mass.length - 1 - i] = mass[i] * StrictMath.exp(-(lowest + i) * interval);
        }
        return new LossDistribution(interval, -highest(), normalized(turned));
    }

    long highest() {
        return lowest + mass.length - 1;
    }

    double variance() {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < mass.length; i++) {
            double loss = (lowest + i) * interval;
            mean += mass[i] * loss;
            square += mass[i] * loss * loss;
        }
        return StrictMath.max(0, square - mean * mean);
    }

    /** ln E[exp(λ·loss)]; infinite where that is too large a number. */
    double logMoment(double lambda) {
        double growth = StrictMath.exp(lambda * interval);
        // From the larger end downwards, so that no power on the way is larger than the first.
        boolean down = lambda > 0;
        long end = down ? highest() : lowest;
        double power = 1;
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            sum += mass[down ? mass.length - 1 - i : i] * power;
            power = down ? power / growth : power * growth;
        }
        return StrictMath.log(sum) + lambda * interval * end;
    }

    /** E[(1 − exp(ε − loss))⁺]. */
    double delta(double epsilon) {
        int first = (int) StrictMath.max(0, StrictMath.floor(epsilon / interval) + 1 - lowest);
        double fading = StrictMath.exp(-interval);
        double power = StrictMath.exp(epsilon - (lowest + first) * interval);
        double delta = 0;
        for (int i = first; i < mass.length; i++) {
            delta += mass[i] * (1 - power);
            power *= fading;
        }
        return delta;
    }

    /**
     * The smallest ε from 0 on at which δ(ε) plus what counts as infinite is at most δ.
     *
     * @param infinite mass of an infinite loss, below delta
     */
    double epsilon(double delta, double infinite) {
        double fading = StrictMath.exp(-interval);
        double above = infinite;
        double aboveWithout = 0;
        for (int i = mass.length - 1; i >= 0 && lowest + i >= -1; i--) {
            aboveWithout *= fading;
            if (above - aboveWithout > delta) {
                double beyond = StrictMath.log((above - delta) / aboveWithout);
                return StrictMath.max(0, (lowest + i) * interval + beyond);
            }
            above += mass[i];
            aboveWithout += mass[i];
        }
        return 0;
    }

    private static double[] normalized(double[] mass) {
        double sum = Arrays.stream(mass).sum();
        if (!(sum > 0.999 && sum < 1.001)) {
            throw new ArithmeticException("a distribution's mass is " + sum + ", not 1");
        }
        return Arrays.stream(mass).map(m -> m / sum).toArray();
    }
}
