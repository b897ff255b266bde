package federarium.desktop.control;

/** How a value lies along a slider: position 0 is the left end, 1 the right. */
public interface Scale {

    double position(double value);

    double value(double position);

    /** Even steps from min to max; with step &gt; 0 values snap to multiples of it. */
    static Scale linear(double min, double max, double step) {
        return new Scale() {
            @Override
            public double position(double value) {
                return clamp((value - min) / (max - min));
            }

            @Override
            public double value(double position) {
                double raw = min + clamp(position) * (max - min);
                return step > 0 ? Math.round(raw / step) * step : raw;
            }
        };
    }

    /** Even factors from min &gt; 0 to max; values snap to two significant figures. */
    static Scale logarithmic(double min, double max) {
        return new Scale() {
            @Override
            public double position(double value) {
                return value <= 0 ? 0 : clamp(Math.log(value / min) / Math.log(max / min));
            }

            @Override
            public double value(double position) {
                return twoFigures(min * Math.pow(max / min, clamp(position)));
            }
        };
    }

    /** As logarithmic, for whole numbers. */
    static Scale wholeLogarithmic(int min, int max) {
        Scale log = logarithmic(min, max);
        return new Scale() {
            @Override
            public double position(double value) {
                return log.position(value);
            }

            @Override
            public double value(double position) {
                return Math.round(log.value(position));
            }
        };
    }

    private static double clamp(double position) {
        return Math.min(1, Math.max(0, position));
    }

    private static double twoFigures(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        double snapped = Math.round(value / unit) * unit;
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", snapped));
    }
}
