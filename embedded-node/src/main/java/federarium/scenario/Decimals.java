package federarium.scenario;

import java.math.BigDecimal;

/** Numbers as people write them: 0.05 and 10, not 0.050000000000000003 or 1.0E1. */
public final class Decimals {
    private Decimals() {}

    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
