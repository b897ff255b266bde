package federarium.desktop.text;

import federarium.scenario.Mode;

/** What people call the turn after which the model is measured. */
public enum Turn {
    ROUND("round"),
    /** Nobody waits: so many arrivals make the model's next version. */
    VERSION("version");

    private final String word;

    Turn(String word) {
        this.word = word;
    }

    public static Turn of(Mode mode) {
        return mode.arrivals() == 0 ? ROUND : VERSION;
    }

    public String word() {
        return word;
    }

    /** The word as a sentence begins with it. */
    public String title() {
        return Figures.capital(word);
    }
}
