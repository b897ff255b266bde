package federarium.privacy.accounting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what ledgers amount to, and remembers what it told: nodes with the same history cost one
 * computation. May be shared by threads.
 */
public final class Accountant {
    /** As far as a forecast looks. */
    public static final long MOST_STEPS = 1_000_000;

    /** How steps are added up. */
    public enum Method {
        /**
         * Basic composition: of n steps each is told at δ/n, exactly, and their epsilons are added.
         */
        NAIVE,
        /** Rényi differential privacy, see {@link Rdp}. */
        RDP,
        /**
         * Privacy loss distributions, see {@link Pld}; RDP where a δ is too small for their
         * rounding.
         */
        PLD
    }

    private record Question(Ledger ledger, double delta, Method method) {}

    private record Forecast(
            Ledger others, Charge charge, double delta, double budget, Method method) {}

    private final Map<Question, Double> epsilons = remembering(4096);
    private final Map<Ledger, Double> advantages = remembering(4096);
    private final Map<Forecast, Long> forecasts = remembering(256);
    private final Map<Charge, Rdp> divergences = remembering(64);
    private final LossGrids grids = new LossGrids();

    /**
     * ε of all that a ledger holds.
     *
     * @param delta above 0 and below 1
     */
    public synchronized double epsilon(Ledger ledger, double delta, Method method) {
        Question question = new Question(ledger, delta, method);
        Double known = epsilons.get(question);
        if (known != null) {
            return known;
        }
        double epsilon =
                switch (method) {
                    case NAIVE -> naive(ledger, delta);
                    case RDP -> rdp(ledger).epsilon(delta).epsilon();
                    case PLD ->
                            StrictMath.min(
                                    compose(ledger).epsilon(delta),
                                    rdp(ledger).epsilon(delta).epsilon());
                };
        epsilons.put(question, epsilon);
        return epsilon;
    }

    /** δ(0) of all that a ledger holds, by its loss distribution. */
    public synchronized double advantage(Ledger ledger) {
        Double known = advantages.get(ledger);
        return known == null ? compose(ledger).delta(0) : known;
    }

    /** The odds at the ε that a method tells. */
    public Odds odds(Ledger ledger, double delta, Method method) {
        return Odds.of(epsilon(ledger, delta, method), delta, advantage(ledger));
    }

    /**
     * How many more steps of a kind keep ε within a budget, at most {@link #MOST_STEPS} of them in
     * all.
     */
    public synchronized long stepsLeft(
            Ledger ledger, Charge charge, double delta, double budget, Method method) {
        Forecast forecast = new Forecast(ledger.without(charge), charge, delta, budget, method);
        Long known = forecasts.get(forecast);
        long steps = known == null ? steps(forecast) : known;
        forecasts.put(forecast, steps);
        return StrictMath.max(0, steps - ledger.steps(charge));
    }

    /** The number of steps in all that fit, whatever was made of them already; −1 if none does. */
    private long steps(Forecast forecast) {
        long quick = forecast.method() == Method.PLD ? last(fits(forecast, Method.RDP), 0) : 0;
        return last(fits(forecast, forecast.method()), quick);
    }

    private LongPredicate fits(Forecast forecast, Method method) {
        return steps ->
                epsilon(forecast.others().plus(forecast.charge(), steps), forecast.delta(), method)
                        <= forecast.budget();
    }

    /** The last number up to which something holds, with a guess that may be near. */
    private static long last(LongPredicate holds, long guess) {
        long low = -1;
        long high = StrictMath.max(1, guess);
        while (high < MOST_STEPS && holds.test(high)) {
            low = high;
            high = high + high / 8 + 1;
        }
        if (high >= MOST_STEPS) {
            if (holds.test(MOST_STEPS)) {
                return MOST_STEPS;
            }
            high = MOST_STEPS;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double naive(Ledger ledger, double delta) {
        double share = delta / ledger.steps();
        return ledger.entries().stream()
                .mapToDouble(
                        entry -> entry.steps() * GaussianMechanism.epsilon(entry.charge(), share))
                .sum();
    }

    /** Rényi differential privacy of all that a ledger holds. */
    public synchronized Rdp rdp(Ledger ledger) {
        Rdp sum = Rdp.NOTHING;
        for (Ledger.Entry entry : ledger.entries()) {
            Rdp one = divergences.computeIfAbsent(entry.charge(), Rdp::of);
            sum = sum.plus(one.times(entry.steps()));
        }
        return sum;
    }

    private Pld compose(Ledger ledger) {
        Pld pld = Pld.of(ledger, grids);
        advantages.put(ledger, pld.delta(0));
        return pld;
    }

    private static <K, V> Map<K, V> remembering(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
