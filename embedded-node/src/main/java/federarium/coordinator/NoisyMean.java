package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Aggregate.Score;
import federarium.aggregation.Aggregate.Verdict;
import federarium.aggregation.AggregationRule;
import federarium.aggregation.Gathered;
import federarium.event.FederationEvent;
import federarium.event.PrivacyEvent.UpdateClipped;
import federarium.privacy.noise.AdaptiveClip;
import federarium.privacy.noise.Clipping;
import federarium.privacy.noise.Noise;
import federarium.scenario.Privacy;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of a round's updates under central differential privacy:
 *
 * <p>(Σ_k Δ_k · min(1, C ÷ ‖Δ_k‖) + N(0, σ²C²)) ÷ m
 *
 * <p>m is how many are expected, not how many came: that would tell who did. All weigh the same,
 * since one with more rows would move the sum by more. McMahan et al., "Learning differentially
 * private recurrent language models", ICLR 2018.
 *
 * @param clipNorm C
 * @param multiplier σ
 * @param expected m
 * @param adaptive how C follows the norms, or null where it stays
 */
record NoisyMean(
        double clipNorm, double multiplier, double expected, @Nullable AdaptiveClip adaptive) {

    /**
     * The updates of a round, cut and added up.
     *
     * @param whole ½ for each that was short enough, −½ for every other
     */
    record Sum(Weights updates, double whole) {}

    /** The same where the noise is in the sum already. */
    NoisyMean noised() {
        return new NoisyMean(clipNorm, 0, expected, adaptive);
    }

    /** The mean that a scenario with so many nodes asks for. */
    static NoisyMean of(Scenario scenario, Books before, int clients) {
        Scenario.Cohort cohort = scenario.cohort();
        double expected = cohort.poisson() ? cohort.fraction() * clients : cohort.size(clients);
        double clipNorm = before.clipNorm(scenario.privacy());
        double noise = scenario.privacy().noiseMultiplier();
        Privacy.Adaptive follows = scenario.privacy().clipping().adaptive();
        if (follows == null) {
            return new NoisyMean(clipNorm, noise, expected, null);
        }
        AdaptiveClip adaptive =
                new AdaptiveClip(follows.quantile(), follows.rate(), Privacy.countNoise(expected));
        return new NoisyMean(clipNorm, adaptive.updateNoise(noise), expected, adaptive);
    }

    /** What the rule makes of it, the updates that were too long, and the next round's C. */
    Combination combine(
            RoundState state, RunPlan plan, AggregationRule rule, List<ClientUpdate> updates) {
        float[] sum = new float[state.model().size()];
        Clipping clipping = new Clipping(clipNorm);
        List<FederationEvent> events = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        double whole = 0;
        for (ClientUpdate update : updates) {
            double norm = Clipping.length(update.delta());
            clipping.clip(update.delta()).addTo(sum, 1);
            whole += norm <= clipNorm ? .5 : -.5;
            if (norm > clipNorm) {
                String node = plan.nodes().get(update.client()).node();
                events.add(new UpdateClipped(state.round(), node, norm, clipNorm));
            }
            double weight = Math.min(1, clipNorm / norm) / expected;
            verdicts.add(new Verdict(update.client(), weight, new Score("norm", norm), null));
        }
        return of(state, plan, rule, new Sum(Weights.owning(sum), whole), events, verdicts);
    }

    /**
     * The same of a sum whose parts nobody saw.
     *
     * @param clients whose updates are in it
     */
    Combination combine(
            RoundState state, RunPlan plan, AggregationRule rule, Sum sum, List<Integer> clients) {
        List<Verdict> verdicts =
                clients.stream().map(each -> Verdict.taken(each, 1 / expected, null)).toList();
        return of(state, plan, rule, sum, List.of(), verdicts);
    }

    private Combination of(
            RoundState state,
            RunPlan plan,
            AggregationRule rule,
            Sum sum,
            List<FederationEvent> cut,
            List<Verdict> verdicts) {
        Noise noise = plan.noise().ofCoordinator(state.round());
        Weights noised = noise.addTo(sum.updates(), multiplier, clipNorm);
        Aggregate made =
                rule.aggregate(new Gathered(state.model(), List.of(mean(noised)), state.carried()));
        Aggregate aggregate = new Aggregate(made.model(), made.carried(), verdicts);
        List<FederationEvent> events = new ArrayList<>(cut);
        events.addAll(Combination.events(state.round(), plan.nodes(), aggregate));
        return new Combination(aggregate, events, next(sum.whole(), noise));
    }

    private ClientUpdate mean(Weights sum) {
        float[] mean = new float[sum.size()];
        sum.addTo(mean, (float) (1 / expected));
        return new ClientUpdate(0, 0, 1, 1, 0, Weights.owning(mean));
    }

    /** One client moves the count of those that were short enough by ½. */
    private double next(double whole, Noise noise) {
        if (adaptive == null) {
            return clipNorm;
        }
        double count =
                noise.addTo(Weights.copyOf((float) whole), 2 * adaptive.countNoise(), .5).get(0);
        return adaptive.next(clipNorm, AdaptiveClip.share(count, expected));
    }
}
