package federarium.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohortSamplerTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void drawsSoManyDifferentClientsInClientOrder(long seed) {
        List<Integer> cohort = CohortSampler.fixed(20, 10, new RandomStream(seed));

        assertEquals(10, cohort.size());
        assertEquals(cohort.stream().distinct().sorted().toList(), cohort);
        assertTrue(cohort.stream().allMatch(client -> client >= 0 && client < 20));
    }

    @Test
    void drawsEverybodyWhereAllAreAskedFor() {
        assertEquals(List.of(0, 1, 2, 3), CohortSampler.fixed(4, 4, new RandomStream(1)));
        assertEquals(List.of(0, 1, 2, 3), CohortSampler.poisson(4, 1, new RandomStream(1)));
    }

    /**
     * Counts of 3 from 10 without replacement vary less than independent ones: by 1 − 3/10, times
     * 10/9. Chi-square with 9 degrees of freedom exceeds 33.72 once in 10,000 seeds.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsEveryClientEquallyOften(long seed) {
        RandomStream random = new RandomStream(seed);
        int rounds = 20_000;
        int[] counts = new int[10];
        for (int round = 0; round < rounds; round++) {
            CohortSampler.fixed(10, 3, random).forEach(client -> counts[client]++);
        }
        double expected = .3 * rounds;
        double sum = Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected)).sum();

        assertTrue(sum / (expected * .7 * 10 / 9) < 33.72, Arrays.toString(counts));
    }

    /** The size is binomial: mean N·C, variance N·C·(1 − C); four standard errors are allowed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsPoissonCohortsOfTheFractionOnAverage(long seed) {
        RandomStream random = new RandomStream(seed);
        int rounds = 20_000;
        double mean =
                IntStream.range(0, rounds)
                        .map(_ -> CohortSampler.poisson(50, .1, random).size())
                        .average()
                        .orElseThrow();

        assertEquals(5, mean, 4 * Math.sqrt(4.5 / rounds));
    }

    @Test
    void mayDrawNobodyByCoins() {
        assertEquals(List.of(), CohortSampler.poisson(8, 1e-9, new RandomStream(1)));
    }
}
