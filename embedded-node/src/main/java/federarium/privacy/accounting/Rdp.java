package federarium.privacy.accounting;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rényi differential privacy at fixed orders (Mironov 2017): adds up over steps of any kind.
 *
 * <p>To ε at δ by ε = r + ln(1 − 1/α) − ln(δα)/(α − 1), least over the orders (Canonne, Kamath,
 * Steinke 2020, proposition 12), and 0 where δ² > 1 − e^(−r): there the total variation alone is
 * below δ.
 *
 * @param divergences r for each of {@link #ORDERS}
 */
public record Rdp(List<Double> divergences) {
    /** 1.1, 1.2 … 10.9, 11, 12 … 63, 128, 256, 512, 1024. */
    public static final List<Double> ORDERS =
            DoubleStream.concat(
                            DoubleStream.concat(
                                    IntStream.range(11, 110).mapToDouble(i -> i / 10.0),
                                    IntStream.range(11, 64).asDoubleStream()),
                            DoubleStream.of(128, 256, 512, 1024))
                    .boxed()
                    .toList();

    /** Nothing told. */
    public static final Rdp NOTHING = new Rdp(ORDERS.stream().map(_ -> 0.0).toList());

    /**
     * An ε with the order that gives it.
     *
     * @param order α; NaN where no order gives a finite ε
     */
    public record Epsilon(double epsilon, double order) {}

    public Rdp {
        divergences = List.copyOf(divergences);
    }

    /** Of one step. */
    public static Rdp of(Charge charge) {
        return new Rdp(ORDERS.stream().map(order -> RenyiDivergence.of(charge, order)).toList());
    }

    public Rdp times(long steps) {
        return steps == 0
                ? NOTHING
                : new Rdp(divergences.stream().map(divergence -> divergence * steps).toList());
    }

    public Rdp plus(Rdp other) {
        return new Rdp(
                IntStream.range(0, ORDERS.size())
                        .mapToObj(i -> divergences.get(i) + other.divergences.get(i))
                        .toList());
    }

    /**
     * The least ε over the orders.
     *
     * @param delta above 0 and below 1
     */
    public Epsilon epsilon(double delta) {
        Epsilon best = new Epsilon(Double.POSITIVE_INFINITY, Double.NaN);
        for (int i = 0; i < ORDERS.size(); i++) {
            double epsilon = epsilon(divergences.get(i), ORDERS.get(i), delta);
            if (epsilon < best.epsilon()) {
                best = new Epsilon(epsilon, ORDERS.get(i));
            }
        }
        return best;
    }

    private static double epsilon(double divergence, double order, double delta) {
        if (delta * delta + StrictMath.expm1(-divergence) > 0) {
            return 0;
        }
        double epsilon =
                divergence
                        + StrictMath.log1p(-1 / order)
                        - StrictMath.log(delta * order) / (order - 1);
        return StrictMath.max(0, epsilon);
    }
}
