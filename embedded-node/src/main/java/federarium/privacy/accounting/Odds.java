package federarium.privacy.accounting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What ε and δ mean to people: how often somebody who sees the released models is right who has to
 * guess whether a unit was there, where chance alone is right half of the time.
 *
 * @param epsilon ε
 * @param ceiling (e^ε + δ)/(1 + e^ε): no guesser is right more often
 * @param best (1 + δ(0))/2, by the loss distribution: the best guesser against this noise
 */
public record Odds(double epsilon, double ceiling, double best) {
    /** From this ε on little is guaranteed. */
    private static final double LITTLE = 3;

    /**
     * The odds at ε and δ.
     *
     * @param advantage δ(0), the total variation between the two worlds
     */
    public static Odds of(double epsilon, double delta, double advantage) {
        double less = StrictMath.exp(-epsilon);
        double ceiling = StrictMath.min(1, (1 + delta * less) / (1 + less));
        return new Odds(epsilon, ceiling, StrictMath.min(ceiling, (1 + advantage) / 2));
    }

    /**
     * The odds in words.
     *
     * @param unit what is protected: a record, a client
     */
    public String sentence(String unit) {
        return with(
                unit,
                "; against this noise the best guesser is right %s times"
                        .formatted(ofHundred(best)));
    }

    /** The same where the best guesser was not worked out. */
    public static String ceilingInWords(double epsilon, double delta, String unit) {
        return of(epsilon, delta, 1).with(unit, "");
    }

    private String with(String unit, String best) {
        String guess =
                ("Somebody who sees all released models and guesses whether one %s was used, and"
                                + " who would be right 50 times of 100 by chance, is right at most"
                                + " %s times of 100%s.")
                        .formatted(unit, ofHundred(ceiling), best);
        if (ceiling == 1) {
            return guess + " That guarantees nothing.";
        }
        return epsilon >= LITTLE ? guess + " That guarantees little." : guess;
    }

    /** 52.5, 73, 99.97: tenths next to 50, and next to 100 as many digits as tell them apart. */
    public static String ofHundred(double chance) {
        BigDecimal percent = BigDecimal.valueOf(chance).movePointRight(2);
        BigDecimal missing = BigDecimal.valueOf(100).subtract(percent);
        int digits = percent.doubleValue() < 60 ? 1 : 0;
        if (missing.signum() > 0 && missing.doubleValue() < 1) {
            digits = missing.scale() - missing.precision() + 1;
        }
        BigDecimal rounded =
                digits > 4
                        ? BigDecimal.valueOf(100)
                        : percent.setScale(digits, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
