package federarium.desktop.text;

import java.util.Locale;

/** Numbers as people read them, the same in every language of the machine. */
public final class Figures {
    private Figures() {}

    /** A share of one as a percentage: .942 is {@code 94.2 %}. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : format("%.1f %%", 100 * share);
    }

    /** As {@link #percent}, without decimals. */
    public static String wholePercent(double share) {
        return Double.isNaN(share) ? "–" : format("%.0f %%", 100 * share);
    }

    /** A difference of two shares in percentage points, with its sign. */
    public static String points(double difference) {
        String text = format("%+.1f", 100 * difference);
        return text.equals("-0.0") || text.equals("+0.0") ? "±0.0" : text.replace('-', '−');
    }

    public static String count(long number) {
        return format("%,d", number);
    }

    /** Decimal units, three figures: {@code 9.6 kB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        for (String unit : new String[] {"kB", "MB", "GB"}) {
            value /= 1000;
            if (value < 999.5 || unit.equals("GB")) {
                return format(value < 9.995 ? "%.1f %s" : "%.0f %s", value, unit);
            }
        }
        throw new AssertionError();
    }

    /** Three significant figures, plain where that is short: .31, 0.0012, 12.4, 1.2e-05. */
    public static String measure(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "−infinite";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 0.001 || size >= 100_000)) {
            return format("%.1e", value).replace('-', '−');
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4;
        return format("%." + decimals + "f", value).replace('-', '−');
    }

    /** As {@link #measure}, in grams or a thousandth or a millionth of them. */
    public static String grams(double grams) {
        if (grams == 0 || grams >= 0.1) {
            return measure(grams) + " g";
        }
        return grams >= 1e-4 ? measure(grams * 1e3) + " mg" : measure(grams * 1e6) + " µg";
    }

    /** Credits: {@code 12.3}, {@code −0.4}. */
    public static String credits(double credits) {
        return format("%.1f", credits).replaceFirst("^-0\\.0$", "0.0").replace('-', '−');
    }

    /** Credits that were added, with their sign. */
    public static String gain(double credits) {
        String text = format("%+.1f", credits).replace('-', '−');
        return text.endsWith("0.0") && text.length() == 4 ? "±0.0" : text;
    }

    /** {@code 1 node}, {@code 8 nodes}. */
    public static String many(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** As a sentence begins. */
    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
