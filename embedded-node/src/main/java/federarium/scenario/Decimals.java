package federarium.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them: 0.05 and 10, not 0.050000000000000003 or 1.0E1. */
public final class Decimals {
    private Decimals() {}

    /** Three significant digits, or ∞. */
    public static String brief(double number) {
        if (number == Double.POSITIVE_INFINITY) {
            return "∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(3));
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** Three significant digits, or as many more as show that it is above the other number. */
    public static String above(double number, double other) {
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal rounded = exact.round(new MathContext(3));
        for (int digits = 4; digits <= 17 && rounded.doubleValue() <= other; digits++) {
            rounded = exact.round(new MathContext(digits));
        }
        return rounded.stripTrailingZeros().toPlainString();
    }

    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
