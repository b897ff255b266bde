package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys below {@code attack}. */
public final class AttackSettings {
    static final String KIND = "attack.kind";
    private static final String GROUP = "attack.";

    static final List<String> ATTACKS =
            List.of(
                    "labelFlip",
                    "signFlip",
                    "gaussian",
                    "replacement",
                    "backdoor",
                    "alie",
                    "ipm",
                    "freeRider");

    private AttackSettings() {}

    /** Whether a key is one that the coordinator is not told the meaning of. */
    public static boolean hidden(String key) {
        return key.startsWith(GROUP);
    }

    static List<Setting> all() {
        return List.of(
                choice(
                                KIND,
                                "none",
                                "What hostile nodes do. labelFlip: train on false labels; signFlip:"
                                    + " send the opposite; gaussian: send noise; replacement: send"
                                    + " what turns the average into their own model; backdoor:"
                                    + " teach a trigger; alie: hide in the scatter of the others;"
                                    + " ipm: turn the average round; freeRider: don't train.",
                                "none",
                                "labelFlip",
                                "signFlip",
                                "gaussian",
                                "replacement",
                                "backdoor",
                                "alie",
                                "ipm",
                                "freeRider")
                        .whileRunning(),
                hostile(
                        "attack.clients",
                        new Kind.Nodes(),
                        "1",
                        "Who is hostile: so many nodes, on the last seats, or a list such as"
                                + " [c02, c05]."),
                hostile(
                        "attack.strength",
                        new Kind.Real(0, true, 1e6),
                        "1",
                        "Multiplies what a hostile node sends."),
                hostile(
                        "attack.from",
                        new Kind.Whole(1, 1_000_000),
                        "1",
                        "The first round of the attack; until then everybody is honest."),
                new Setting(
                                "attack.flip",
                                new Kind.Wholes(new Kind.Whole(0, 1_000_000)),
                                Value.list(List.of()),
                                "[a, b]: rows of class a bear label b, counted from 0; without it"
                                        + " every class is mirrored, 0 with the last one.",
                                false,
                                null)
                        .withOnly(KIND, "labelFlip")
                        .whileRunning(),
                whole(
                                "attack.target",
                                "0",
                                0,
                                1_000_000,
                                "The class that the trigger asks for, counted from 0.")
                        .withOnly(KIND, "backdoor", "replacement")
                        .whileRunning(),
                setting(
                                "attack.z",
                                new Kind.Real(0, true, 100),
                                null,
                                "How many standard deviations below the mean; without it the most"
                                        + " that the majority hides.")
                        .withOnly(KIND, "alie")
                        .whileRunning(),
                setting(
                                "attack.disguised",
                                new Kind.Flag(List.of("false", "true")),
                                "false",
                                "Whether it sends noise as long as the model's last move, and not"
                                        + " zeros.")
                        .withOnly(KIND, "freeRider")
                        .whileRunning());
    }

    private static Setting hostile(String key, Kind kind, String fallback, String meaning) {
        return setting(key, kind, fallback, meaning)
                .lastingWith(KIND, ATTACKS.toArray(String[]::new))
                .whileRunning();
    }
}
