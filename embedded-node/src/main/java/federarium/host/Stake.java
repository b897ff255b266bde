package federarium.host;

import federarium.data.FederatedData;
import federarium.data.Fingerprint;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run on somebody's own file puts at stake.
 *
 * @param file fingerprint of the file
 * @param dealt fingerprint of which node holds which rows of it
 * @param mechanism which noise hides them, as the scenario names it; no run changes it
 */
record Stake(String file, String dealt, String mechanism) {

    /**
     * Of a run, or null where its rows ship with the program: they are nobody's secret.
     *
     * @param file fingerprint of the file, where there is one
     */
    static @Nullable Stake of(Scenario scenario, @Nullable String file, FederatedData data) {
        return file == null
                ? null
                : new Stake(
                        file,
                        Fingerprint.ofDealing(scenario.data(), data.nodes()),
                        scenario.privacy().mechanism().word());
    }

    /** Who adds the noise. */
    Mechanism noise() {
        return Arrays.stream(Mechanism.values())
                .filter(each -> each.word().equals(mechanism))
                .findFirst()
                .orElse(Mechanism.NONE);
    }

    /** Whose taking part is hidden, as the log names it. */
    String unit() {
        return noise().unit().name().toLowerCase(Locale.ROOT);
    }

    /** Whether every node holds the rows that the node of the same seat holds there. */
    boolean isDealtLike(Stake other) {
        return file.equals(other.file) && dealt.equals(other.dealt);
    }
}
