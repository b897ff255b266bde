package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys of the modes in which clients don't wait for each other. */
final class ModeSettings {
    static final String MODE = "mode";

    private ModeSettings() {}

    static Setting mode() {
        return choice(
                        MODE,
                        "synchronous",
                        "When updates are combined: a cohort's together; fedAsync: each as it"
                            + " arrives; fedBuff: so many at a time; gossip: neighbours mix their"
                            + " models, as they do wherever the topology is a graph of peers.",
                        "synchronous",
                        "fedAsync",
                        "fedBuff",
                        "gossip")
                .withFallback(TopologySettings.KIND, "gossip", TopologySettings.GRAPHS);
    }

    static List<Setting> all() {
        return List.of(
                setting(
                                "aggregation.alpha",
                                new Kind.Real(0, false, 1),
                                "0.6",
                                "Weight α of an update that is not stale.")
                        .withOnly(MODE, "fedAsync")
                        .whileRunning(),
                choice(
                                "aggregation.staleness",
                                "polynomial",
                                "How the weight falls with the versions k that an update is behind:"
                                        + " not; (k + 1)^−a; 1 up to b, then 1 ÷ (a (k − b) + 1).",
                                "constant",
                                "polynomial",
                                "hinge")
                        .withOnly(MODE, "fedAsync")
                        .whileRunning(),
                setting(
                                "aggregation.a",
                                new Kind.Real(0, true, 1000),
                                null,
                                "How fast it falls: 0.5 for polynomial, 10 for hinge.")
                        .withOnly(MODE, "fedAsync")
                        .whileRunning(),
                setting(
                                "aggregation.b",
                                new Kind.Real(0, true, 1000),
                                "4",
                                "Versions behind from which a hinge begins to fall.")
                        .withOnly(MODE, "fedAsync")
                        .whileRunning(),
                whole("aggregation.bufferSize", "10", 1, 100_000, "Updates K that make a round.")
                        .withOnly(MODE, "fedBuff")
                        .whileRunning());
    }
}
