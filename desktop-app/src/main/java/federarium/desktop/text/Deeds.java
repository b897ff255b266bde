package federarium.desktop.text;

import java.util.List;

/** What a hostile node can do, as settings name it and as people say it. */
public enum Deeds {
    LABEL_FLIP("labelFlip", "trains on false labels"),
    SIGN_FLIP("signFlip", "sends the opposite of what it learned"),
    GAUSSIAN("gaussian", "sends noise as long as its update"),
    REPLACEMENT("replacement", "sends so much that the average becomes its own model"),
    BACKDOOR("backdoor", "teaches the model to obey a trigger"),
    ALIE("alie", "hides in the scatter of the others"),
    IPM("ipm", "turns the average round, little by little"),
    FREE_RIDER("freeRider", "does not train, and sends nothing but zeros");

    private final String kind;
    private final String words;

    Deeds(String kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /** The value of {@code attack.kind}. */
    public String kind() {
        return kind;
    }

    /** What such a node does, after its name. */
    public String words() {
        return words;
    }

    /**
     * The deed of that kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Deeds of(String kind) {
        return List.of(values()).stream()
                .filter(deed -> deed.kind.equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no attack is called " + kind));
    }
}
