package federarium.desktop.theme;

import javafx.scene.paint.Color;

/** Contrast of two opaque colours by WCAG 2: (L1 + .05) ÷ (L2 + .05), from 1 to 21. */
public final class Contrast {
    private Contrast() {}

    public static double ratio(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /** Black or white, whichever reads better on the colour. */
    public static Color textOn(Color background) {
        return ratio(background, Color.WHITE) >= ratio(background, Color.BLACK)
                ? Color.WHITE
                : Color.BLACK;
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
