package federarium.desktop.view.knobs;

import federarium.desktop.control.Knob;
import federarium.desktop.control.Scale;
import java.math.BigDecimal;

/** How numbers are written in a knob's field. */
final class Numbers {
    private Numbers() {}

    /** Without an exponent, a trailing zero or a rounding error. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /**
     * The number that was typed; a comma will do for a point.
     *
     * @throws IllegalArgumentException with a sentence that says what would work
     */
    static double real(String text, String example) {
        try {
            double value = Double.parseDouble(text.replace(',', '.').strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("‘" + text + "’ is no number. Try " + example + ".");
    }

    static Knob.Reading whole(Scale scale, String example) {
        return new Knob.Reading() {
            @Override
            public String write(double value) {
                return Long.toString(Math.round(value));
            }

            @Override
            public double read(String text) {
                double value = real(text, example);
                if (value != Math.rint(value)) {
                    throw new IllegalArgumentException("A whole number, such as " + example + ".");
                }
                return value;
            }

            @Override
            public Scale scale() {
                return scale;
            }
        };
    }

    static Knob.Reading decimal(Scale scale, String example) {
        return new Knob.Reading() {
            @Override
            public String write(double value) {
                return plain(value);
            }

            @Override
            public double read(String text) {
                return real(text, example);
            }

            @Override
            public Scale scale() {
                return scale;
            }
        };
    }

    /** A share of one, shown as a percentage; without the sign, up to 1 it is the share itself. */
    static Knob.Reading share(Scale scale) {
        return new Knob.Reading() {
            @Override
            public String write(double value) {
                return plain(Math.round(value * 1e6) / 1e4) + " %";
            }

            @Override
            public double read(String text) {
                if (text.endsWith("%")) {
                    return real(text.substring(0, text.length() - 1), "50 %") / 100;
                }
                double value = real(text, "50 %");
                return value > 1 ? value / 100 : value;
            }

            @Override
            public Scale scale() {
                return scale;
            }
        };
    }
}
