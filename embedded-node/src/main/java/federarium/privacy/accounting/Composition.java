package federarium.privacy.accounting;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The sum of independent privacy losses, by the discrete Fourier transform.
 *
 * <p>The transform is periodic. Its period is as long as Chernoff's bound asks for: at each end
 * what lies beyond has a mass below {@link #CUT}.
 *
 * @param parts on the same grid
 */
record Composition(List<Part> parts) {
    /** The mass at most that lies above the period and is lost. */
    static final double CUT = 1e-20;

    /** Below this a coefficient adds nothing to any sum of masses. */
    private static final double NEGLIGIBLE = 1e-60;

    static {
        // One thread adds in one order, whatever the machine.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    /** A loss that is met a number of times. */
    record Part(LossDistribution loss, long steps) {}

    /** The points of the grid that the sum needs, but for {@link #CUT} at either end. */
    record Window(double lowest, double highest) {
        double points() {
            return highest - lowest + 1;
        }
    }

    Window window() {
        LossDistribution first = parts.getFirst().loss();
        return isOneStep()
                ? new Window(first.lowest(), first.highest())
                : new Window(-reach(-1), reach(1));
    }

    private boolean isOneStep() {
        return parts.size() == 1 && parts.getFirst().steps() == 1;
    }

    /** The sum's distribution. */
    LossDistribution distribution(Window window) {
        if (isOneStep()) {
            return parts.getFirst().loss();
        }
        int period = StrictMath.max(4, Integer.highestOneBit((int) window.points() - 1) * 2);
        DoubleFFT_1D transform = new DoubleFFT_1D(period);
        double[] product = new double[period];
        for (int k = 0; k < period; k++) {
            product[k] = k == 1 || k % 2 == 0 ? 1 : 0;
        }
        for (Part part : parts) {
            double[] spectrum = folded(part.loss(), period);
            transform.realForward(spectrum);
            multiply(product, spectrum, part.steps());
        }
        transform.realInverse(product, true);
        long lowest = (long) window.lowest();
        double[] mass = new double[period];
        for (int i = 0; i < period; i++) {
            mass[i] = StrictMath.max(0, product[StrictMath.floorMod(lowest + i, period)]);
        }
        return new LossDistribution(parts.getFirst().loss().interval(), lowest, mass);
    }

    /** How far the sum reaches in the direction of the sign, in grid points. */
    private double reach(int sign) {
        double interval = parts.getFirst().loss().interval();
        double deviation = StrictMath.sqrt(total(part -> part.steps() * part.loss().variance()));
        double typical = StrictMath.sqrt(-2 * StrictMath.log(CUT)) / deviation;
        double furthest =
                total(part -> {
                    LossDistribution loss = part.loss();
                    return (double) part.steps() * (sign > 0 ? loss.highest() : -loss.lowest());
                });
        return DoubleStream.iterate(typical / 64, lambda -> lambda * 1.5)
                .limit(15)
                .map(lambda ->
                        (total(part -> part.steps() * part.loss().logMoment(sign * lambda))
                                        - StrictMath.log(CUT))
                                / (lambda * interval))
                .filter(Double::isFinite)
                .map(StrictMath::ceil)
                .reduce(furthest, StrictMath::min);
    }

    private double total(ToDoubleFunction<Part> figure) {
        return parts.stream().mapToDouble(figure).sum();
    }

    private static double[] folded(LossDistribution loss, int period) {
        double[] circle = new double[period];
        for (int i = 0; i < loss.mass().length; i++) {
            circle[StrictMath.floorMod(loss.lowest() + i, period)] += loss.mass()[i];
        }
        return circle;
    }

    /**
     * product ← product · spectrum^steps, in JTransforms' packing: two real numbers, then pairs.
     */
    private static void multiply(double[] product, double[] spectrum, long steps) {
        product[0] *= power(spectrum[0], steps);
        product[1] *= power(spectrum[1], steps);
        for (int k = 2; k < product.length; k += 2) {
            double real = spectrum[k];
            double imaginary = spectrum[k + 1];
            for (long left = steps; left > 0; left >>= 1) {
                if (real * real + imaginary * imaginary < NEGLIGIBLE) {
                    product[k] = 0;
                    product[k + 1] = 0;
                    break;
                }
                if ((left & 1) == 1) {
                    double kept = product[k];
                    product[k] = kept * real - product[k + 1] * imaginary;
                    product[k + 1] = kept * imaginary + product[k + 1] * real;
                }
                double square = real * real - imaginary * imaginary;
                imaginary = 2 * real * imaginary;
                real = square;
            }
        }
    }

    private static double power(double real, long steps) {
        return (real < 0 && steps % 2 == 1 ? -1 : 1) * StrictMath.pow(StrictMath.abs(real), steps);
    }
}
