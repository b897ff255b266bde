package federarium.desktop.text;

import federarium.scenario.BadInputException;

/** What the engine says to a value that it doesn't take. */
public final class Refusal {
    private Refusal() {}

    /** The sentence without the key, which stands beside it already. */
    public static String words(BadInputException refusal) {
        String words = String.valueOf(refusal.getMessage()).replaceFirst("^--set: [\\w.]+: ", "");
        return words.isEmpty() ? words : Figures.capital(words) + ".";
    }
}
