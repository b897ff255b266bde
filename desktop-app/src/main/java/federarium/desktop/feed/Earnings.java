package federarium.desktop.feed;

import federarium.desktop.text.Figures;
import federarium.projection.Purse;

/** A node's credits, in words. */
public final class Earnings {
    private Earnings() {}

    /** What it has, and what the last round that paid it gave; empty where nothing was paid. */
    public static String words(Purse purse) {
        String left = purse.away() ? "withdrew: its pay was too low" : "";
        Double total = purse.total();
        Double last = purse.last();
        if (total == null || last == null) {
            return left;
        }
        String credits =
                "%s credits, %s last".formatted(Figures.credits(total), Figures.gain(last));
        return left.isEmpty() ? credits : credits + ", " + left;
    }
}
