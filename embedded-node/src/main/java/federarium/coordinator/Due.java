package federarium.coordinator;

import federarium.aggregation.Aggregate.Verdict;
import federarium.scenario.Incentive;
import federarium.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a combined round still owes its nodes.
 *
 * @param verdicts of the rule, in client order; none where there was nothing to combine
 * @param valuation what is to be valued first, or null where nothing is
 */
record Due(List<Verdict> verdicts, @Nullable Valuation valuation) {

    /**
     * What is due, or null where nobody is paid.
     *
     * @param state before the updates were combined
     */
    static @Nullable Due of(RoundState state, List<Verdict> verdicts) {
        Scenario scenario = state.scenario();
        Incentive incentive = scenario.incentive();
        if (incentive.isNone()) {
            return null;
        }
        if (verdicts.isEmpty() || !incentive.valuesUpdates()) {
            return new Due(verdicts, null);
        }
        return new Due(
                verdicts,
                new Valuation(
                        state.round(),
                        incentive,
                        state.model(),
                        scenario.aggregation().serverLearningRate(),
                        state.gathering().accepted(),
                        verdicts.stream().mapToDouble(Verdict::weight).toArray(),
                        scenario.seed()));
    }
}
