package federarium.desktop.feed;

import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.privacy.noise.AdaptiveClip;
import federarium.projection.FederationState;
import federarium.projection.RoundPoint;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Adaptive;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * How long what is noised may be in a round, and how much noise covers it.
 *
 * @param clipNorm C
 * @param deviation of the noise in every coordinate: σ·C, or a little more where the count that an
 *     adaptive C follows takes its share of σ
 * @param adaptive whether C is
 * @param done whether the round's noise was added and charged
 */
public record Noising(
        Mechanism mechanism, double clipNorm, double deviation, boolean adaptive, boolean done) {
    public static final Noising NONE = new Noising(Mechanism.NONE, 0, 0, false, false);

    /** That of a round: as it was, once that is told, else as it will be. */
    public static Noising of(Scenario scenario, FederationState state, int round) {
        Privacy privacy = scenario.privacy();
        if (privacy.isNone()) {
            return NONE;
        }
        PrivacySpent told = told(state, round);
        double clipNorm = told == null ? privacy.clipping().norm() : told.clipNorm();
        double sigma = told == null ? privacy.noiseMultiplier() : told.noiseMultiplier();
        double multiplier = multiplier(scenario, sigma, state.nodes().size());
        return new Noising(
                privacy.mechanism(),
                clipNorm,
                multiplier * clipNorm,
                privacy.clipping().adaptive() != null,
                told != null);
    }

    private static @Nullable PrivacySpent told(FederationState state, int round) {
        PrivacySpent now = state.round().privacy();
        if (state.round().number() == round && now != null) {
            return now;
        }
        for (RoundPoint point : state.points()) {
            if (point.round() == round) {
                return point.privacy();
            }
        }
        return null;
    }

    /** As {@code NoisyMean} has it; σ itself while the nodes of the run are not all there yet. */
    private static double multiplier(Scenario scenario, double sigma, int clients) {
        Adaptive follows = scenario.privacy().clipping().adaptive();
        Scenario.Cohort cohort = scenario.cohort();
        double expected = cohort.poisson() ? cohort.fraction() * clients : cohort.size(clients);
        double countNoise = Privacy.countNoise(expected);
        return follows == null || sigma == 0 || sigma >= 2 * countNoise
                ? sigma
                : new AdaptiveClip(follows.quantile(), follows.rate(), countNoise)
                        .updateNoise(sigma);
    }
}
