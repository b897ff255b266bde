package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys below {@code privacy}. */
final class PrivacySettings {
    static final String MECHANISM = "privacy.mechanism";

    private static final String[] NOISY = {"central", "local", "distributed", "dpSgd"};

    private PrivacySettings() {}

    static List<Setting> all() {
        return List.of(
                choice(
                        MECHANISM,
                        "none",
                        "Who adds noise, so that a result tells little of any one: central: the"
                                + " coordinator, to the sum of clipped updates; local: every node,"
                                + " to its own update; distributed: every node a share of it, under"
                                + " the masks of secureAggregation; dpSgd: every node, in each"
                                + " step, so that single rows are hidden.",
                        "none",
                        "central",
                        "local",
                        "distributed",
                        "dpSgd"),
                noisy(
                                "privacy.clipNorm",
                                new Kind.Real(0, false, 1e6),
                                "1",
                                "C: the norm to which an update, or the gradient of a row, is cut"
                                        + " where it is longer.")
                        .whileRunning(),
                noisy(
                                "privacy.noiseMultiplier",
                                new Kind.Real(0, true, 1e6),
                                "1",
                                "σ: the noise deviates by σ·C in every coordinate.")
                        .whileRunning(),
                noisy(
                        "privacy.delta",
                        new Kind.Real(0, false, 1),
                        "1e-05",
                        "δ: the chance with which the promise may fail; below 1 in the number of"
                                + " those it is made to."),
                noisy(
                                "privacy.budget",
                                new Kind.Real(0, false, 1e6),
                                null,
                                "The ε that a node may spend; it sits out before it would spend"
                                        + " more.")
                        .whileRunning(),
                choice(
                                "privacy.accountant",
                                "rdp",
                                "How ε is reckoned: rdp, by Rényi divergences; pld, by the"
                                        + " distribution of the privacy loss, which is tighter and"
                                        + " takes longer.",
                                "rdp",
                                "pld")
                        .lastingWith(MECHANISM, NOISY),
                choice(
                                "privacy.unit",
                                "client",
                                "Whose taking part is hidden: a client's with all its rows, or a"
                                        + " single record's.",
                                "client",
                                "record")
                        .withOnly(MECHANISM, NOISY)
                        .withFallback("dpSgd", "record"),
                choice(
                                "privacy.clipping",
                                "fixed",
                                "fixed: C stays; adaptive: it follows a quantile of the updates'"
                                        + " norms, which costs a little of the noise.",
                                "fixed",
                                "adaptive")
                        .withOnly(MECHANISM, "central"),
                setting(
                                "privacy.clipQuantile",
                                new Kind.Real(0, true, 1),
                                "0.5",
                                "γ: the share of updates that adaptive clipping leaves whole.")
                        .withOnly("privacy.clipping", "adaptive")
                        .whileRunning(),
                setting(
                                "privacy.clipRate",
                                new Kind.Real(0, false, 10),
                                "0.2",
                                "η: how fast adaptive clipping follows.")
                        .withOnly("privacy.clipping", "adaptive")
                        .whileRunning());
    }

    private static Setting noisy(String key, Kind kind, @Nullable String value, String meaning) {
        return setting(key, kind, value, meaning).lastingWith(MECHANISM, NOISY);
    }
}
