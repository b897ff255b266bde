package federarium.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.host.Contributions.Round;
import federarium.incentive.CoalitionModel;
import federarium.incentive.ContributionRule;
import federarium.incentive.Cores;
import federarium.incentive.ExactShapley;
import federarium.incentive.GtgShapley;
import federarium.incentive.Remembered;
import federarium.incentive.RoundModels;
import federarium.incentive.TruncatedMonteCarlo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What TMC and GTG say of the rounds of {@code digits}, beside the exact values, with seeds 1 to 5.
 * It prints the table of docs/experiments.md, of {@code -Drounds=…} rounds.
 */
class SampledContributionsTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int SEEDS = 5;
    private static final int PLAYERS = 8;

    private static Map<String, ContributionRule> rules() {
        Map<String, ContributionRule> rules = new LinkedHashMap<>();
        rules.put("tmc, 1,000 whole", TruncatedMonteCarlo.whole(1000));
        rules.put("gtg, 1,000 whole", GtgShapley.whole(1000));
        rules.put("tmc", new TruncatedMonteCarlo());
        rules.put("gtg", new GtgShapley());
        return rules;
    }

    /** One run a seed, for each rule. */
    private static Map<String, List<AgainstExact>> runs(
            String partition, CoalitionModel coalitions) {
        Map<String, List<AgainstExact>> runs = new LinkedHashMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            FedAvgRounds run =
                    FedAvgRounds.of(
                            Runs.digits(ROUNDS)
                                    .with("partition.kind", partition)
                                    .with("seed", String.valueOf(seed)));
            Map<String, AgainstExact> compared = new LinkedHashMap<>();
            rules().keySet().forEach(rule -> compared.put(rule, new AgainstExact(PLAYERS)));
            run.rounds(ROUNDS).forEach(round -> compare(run, round, coalitions, compared));
            compared.forEach(
                    (rule, each) -> runs.computeIfAbsent(rule, _ -> new ArrayList<>()).add(each));
        }
        return runs;
    }

    private static void compare(
            FedAvgRounds run,
            Round round,
            CoalitionModel coalitions,
            Map<String, AgainstExact> compared) {
        RoundModels models =
                new RoundModels(
                        round.model(), round.rate(), round.updates(), round.weights(), coalitions);
        Remembered game = new Remembered(run.validation(Utility.ACCURACY).game(models));
        double[] exact = scores(new ExactShapley(), game, run, round);
        rules().forEach((name, rule) -> {
            Remembered asked = new Remembered(game);
            double[] scores = scores(rule, asked, run, round);
            requireNonNull(compared.get(name)).add(exact, scores, asked.evaluations());
        });
    }

    private static double[] scores(
            ContributionRule rule, Remembered game, FedAvgRounds run, Round round) {
        return rule.scores(game, run.streams().stream("scores", round.number()), Cores.ONE);
    }

    private static double mean(
            Map<String, List<AgainstExact>> runs,
            String rule,
            ToDoubleFunction<AgainstExact> number) {
        return requireNonNull(runs.get(rule)).stream().mapToDouble(number).average().orElseThrow();
    }

    private static void print(
            String partition, CoalitionModel coalitions, Map<String, List<AgainstExact>> runs) {
        for (String rule : runs.keySet()) {
            System.out.printf(
                    "| %s | %s | %s | %.3f | %.3f | %.2f | %.0f |  errors by seed: %s%n",
                    partition,
                    coalitions,
                    rule,
                    mean(runs, rule, AgainstExact::error),
                    mean(runs, rule, AgainstExact::errorOfTotals),
                    mean(runs, rule, AgainstExact::rankCorrelation),
                    mean(runs, rule, AgainstExact::evaluationsPerRound),
                    requireNonNull(runs.get(rule)).stream()
                            .map(each -> "%.3f".formatted(each.error()))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"iid, FIXED", "shard, FIXED", "iid, RENORMALISED", "shard, RENORMALISED"})
    void areNearTheExactOnesByAThousandWholePermutations(
            String partition, CoalitionModel coalitions) {
        Map<String, List<AgainstExact>> runs = runs(partition, coalitions);
        print(partition, coalitions, runs);

        if (coalitions == CoalitionModel.FIXED) {
            for (String rule : List.of("tmc, 1,000 whole", "gtg, 1,000 whole")) {
                for (AgainstExact run : requireNonNull(runs.get(rule))) {
                    assertTrue(run.error() <= .05, rule + ": " + run.error());
                }
            }
        }
        assertTrue(mean(runs, "gtg, 1,000 whole", AgainstExact::errorOfTotals) <= .05);
        assertTrue(mean(runs, "tmc", AgainstExact::evaluationsPerRound) < 256);
        assertTrue(mean(runs, "gtg", AgainstExact::evaluationsPerRound) < 256);
    }
}
