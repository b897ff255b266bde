package federarium.host;

import static java.util.Objects.requireNonNull;

import federarium.incentive.Coalition;
import federarium.incentive.CoalitionModel;
import federarium.incentive.ContributionRule;
import federarium.incentive.Cores;
import federarium.incentive.ExactShapley;
import federarium.incentive.Game;
import federarium.incentive.GtgShapley;
import federarium.incentive.LeaveOneOut;
import federarium.incentive.Remembered;
import federarium.incentive.RoundModels;
import federarium.incentive.TruncatedMonteCarlo;
import federarium.random.RandomStreams;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Scores a round's updates by one rule, or by all of them under both coalition models, so that they
 * can be laid side by side; then a coalition is valued once for all rules.
 *
 * @param streams of the run's seed
 * @param repeats how often a rule that draws is asked, each time with other permutations; its
 *     scores are those of the first time, and 1 shows no spread
 */
record Contributions(Validation validation, Workers workers, RandomStreams streams, int repeats) {
    static final int REPEATS = 5;

    /** A rule as scenarios name it, and the coalitions that it looks at. */
    record Asked(String rule, CoalitionModel coalitions) {}

    /**
     * The updates of a round.
     *
     * @param model x
     * @param rate η
     * @param updates Δ_k, at least one, in client order, of the model's size
     * @param weights that the round's rule gave, in the same order; 0 where it refused the update
     */
    record Round(int number, Weights model, double rate, List<Weights> updates, double[] weights) {}

    /**
     * What a rule made of a round.
     *
     * @param before utility of the round's starting model
     * @param after that of the model with all updates
     * @param evaluations different coalitions that it asked for, the first time
     * @param scores one for each update
     * @param spread their standard deviation over the repeats, n − 1; null where nothing is drawn
     *     or nothing repeated
     */
    record Scored(
            Asked asked,
            double before,
            double after,
            int evaluations,
            double[] scores,
            double @Nullable [] spread) {}

    /**
     * Whatever can be compared in a round of so many updates: all rules, the exact one only up to
     * {@value ExactShapley#MOST_PLAYERS}, under both models.
     */
    static List<Asked> comparison(int updates) {
        List<Asked> all = new ArrayList<>();
        for (CoalitionModel coalitions : CoalitionModel.values()) {
            for (String rule : List.of("leaveOneOut", "shapley", "tmc", "gtg")) {
                if (!rule.equals("shapley") || updates <= ExactShapley.MOST_PLAYERS) {
                    all.add(new Asked(rule, coalitions));
                }
            }
        }
        return all;
    }

    /**
     * Scores the updates, in the order asked.
     *
     * @throws IllegalArgumentException for another rule, or too many updates for the exact one
     */
    CompletableFuture<List<Scored>> of(Round round, List<Asked> asked) {
        return workers.submit(() -> score(round, asked));
    }

    private List<Scored> score(Round round, List<Asked> asked) {
        Cores cores = new SharedCores(workers);
        int n = round.updates().size();
        Weights[] prepared = new Weights[n + 1];
        cores.each(
                n + 1,
                k ->
                        prepared[k] =
                                validation.prepare(k < n ? round.updates().get(k) : round.model()));
        RoundModels models =
                new RoundModels(
                        prepared[n],
                        round.rate(),
                        Arrays.asList(prepared).subList(0, n),
                        round.weights(),
                        CoalitionModel.FIXED);
        Map<CoalitionModel, Game> games = new EnumMap<>(CoalitionModel.class);
        for (CoalitionModel coalitions : CoalitionModel.values()) {
            games.put(coalitions, new Remembered(validation.game(models.with(coalitions))));
        }
        return asked.stream()
                .map(each ->
                        score(
                                round.number(),
                                requireNonNull(games.get(each.coalitions())),
                                each,
                                cores))
                .toList();
    }

    private Scored score(int round, Game game, Asked asked, Cores cores) {
        ContributionRule rule = rule(asked.rule());
        int times = rule.draws() ? repeats : 1;
        Remembered first = new Remembered(game);
        double[][] scores = new double[times][];
        for (int i = 0; i < times; i++) {
            scores[i] =
                    rule.scores(
                            i == 0 ? first : game,
                            streams.stream("contribution " + asked.rule(), round, i),
                            cores);
        }
        return new Scored(
                asked,
                game.value(Coalition.NONE),
                game.value(Coalition.all(game.players())),
                first.evaluations(),
                scores[0],
                times > 1 ? deviations(scores) : null);
    }

    private static double[] deviations(double[][] scores) {
        double[] deviations = new double[scores[0].length];
        for (int k = 0; k < deviations.length; k++) {
            int player = k;
            double mean = Arrays.stream(scores).mapToDouble(s -> s[player]).average().orElseThrow();
            double squares = 0;
            for (double[] each : scores) {
                squares += (each[k] - mean) * (each[k] - mean);
            }
            deviations[k] = StrictMath.sqrt(squares / (scores.length - 1));
        }
        return deviations;
    }

    private static ContributionRule rule(String name) {
        return switch (name) {
            case "leaveOneOut" -> new LeaveOneOut();
            case "shapley" -> new ExactShapley();
            case "tmc" -> new TruncatedMonteCarlo();
            case "gtg" -> new GtgShapley();
            default -> throw new IllegalArgumentException("no rule scores updates as " + name);
        };
    }
}
