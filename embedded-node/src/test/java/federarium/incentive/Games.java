package federarium.incentive;

import federarium.random.RandomStream;
import java.util.function.ToDoubleFunction;

/** Games to test with. */
final class Games {
    private Games() {}

    static Game of(int players, ToDoubleFunction<Coalition> value) {
        return new Game() {
            @Override
            public int players() {
                return players;
            }

            @Override
            public double value(Coalition coalition) {
                return value.applyAsDouble(coalition);
            }
        };
    }

    /** Player 0 has a left glove, 1 and 2 have right ones; a pair is worth 1. */
    static Game gloves() {
        return of(3, s -> s.contains(0) && (s.contains(1) || s.contains(2)) ? 1 : 0);
    }

    /** Every coalition, the empty one too, is worth a uniform number below its size and 1. */
    static Game random(int players, long seed) {
        double[] values = new double[1 << players];
        RandomStream random = new RandomStream(seed);
        for (int bits = 0; bits < values.length; bits++) {
            values[bits] = random.nextDouble() * (1 + Integer.bitCount(bits));
        }
        return of(players, coalition -> values[bits(coalition, players)]);
    }

    /** Each group of players that is complete adds a uniform number: nobody ever harms. */
    static Game growing(int players, long seed) {
        double[] values = new double[1 << players];
        RandomStream random = new RandomStream(seed);
        for (int group = 1; group < values.length; group++) {
            double gain = random.nextDouble();
            for (int bits = 0; bits < values.length; bits++) {
                values[bits] += (bits & group) == group ? gain : 0;
            }
        }
        return of(players, coalition -> values[bits(coalition, players)]);
    }

    static int bits(Coalition coalition, int players) {
        int bits = 0;
        for (int k = 0; k < players; k++) {
            bits |= coalition.contains(k) ? 1 << k : 0;
        }
        return bits;
    }

    static double[] exact(Game game) {
        return scores(new ExactShapley(), game);
    }

    static double[] scores(ContributionRule rule, Game game) {
        return rule.scores(game, new RandomStream(1), Cores.ONE);
    }
}
