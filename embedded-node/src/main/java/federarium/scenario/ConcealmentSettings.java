package federarium.scenario;

import java.util.List;

/** The keys that say what hides single updates, and what they are read as. */
final class ConcealmentSettings {
    static final String MASKS = "secureAggregation";
    static final String ENCRYPTION = "encryption";

    private ConcealmentSettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.setting(
                        MASKS,
                        new Kind.Flag(List.of("false", "true")),
                        "false",
                        "Whether nodes mask their updates, so that the coordinator sees only the"
                                + " sum."),
                Settings.choice(
                        ENCRYPTION,
                        "none",
                        "Which encryption updates travel under; nodes share the key, and the"
                                + " coordinator adds what it cannot read: bfv, or the textbook's"
                                + " paillier for small models.",
                        "none",
                        "bfv",
                        "paillier"));
    }

    static Concealment read(Keys keys) {
        boolean masks = keys.text(MASKS).equals("true");
        String encryption = keys.text(ENCRYPTION);
        if (masks && !encryption.equals("none")) {
            throw keys.problem(
                    ENCRYPTION,
                    "masks hide single updates already",
                    "none, or " + MASKS + " false");
        }
        return switch (encryption) {
            case "bfv" -> Concealment.BFV;
            case "paillier" -> Concealment.PAILLIER;
            default -> masks ? Concealment.MASKS : Concealment.NONE;
        };
    }
}
