package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlTrustTest {
    private static final FlTrust RULE = new FlTrust(1, Weights.copyOf(5, 0));

    /** Cosines 1 and .6, each as long as the root: ((5, 0) · 1 + (3, 4) · .6) ÷ 1.6. */
    @Test
    void averagesByTrustWhatIsMadeAsLongAsItsOwn() {
        Gathered round = Updates.of(new float[] {100, 0}, new float[] {.3f, .4f});
        Aggregate aggregate = RULE.aggregate(round);

        assertArrayEquals(
                new float[] {6.8f / 1.6f, 2.4f / 1.6f}, aggregate.model().toArray(), 1e-6f);
        assertArrayEquals(new double[] {1, .6}, Updates.scores(aggregate), 1e-7);
        assertArrayEquals(new double[] {.05 / 1.6, 6 / 1.6}, Updates.weights(aggregate), 1e-6);
    }

    @Test
    void refusesWhatPointsAway() {
        Gathered round = Updates.of(new float[] {-1, 0}, new float[] {0, 1}, new float[] {2, 0});
        Aggregate aggregate = RULE.aggregate(round);

        assertEquals(List.of(2), Updates.taken(aggregate));
        assertEquals(Weights.copyOf(5, 0), aggregate.model());
        assertEquals(
                "does not point where the coordinator's own update does",
                aggregate.verdicts().getFirst().refusal());
    }

    @Test
    void leavesTheModelAloneWhereNobodyIsTrusted() {
        Gathered round = Updates.of(new float[] {-1, 0}, new float[] {0, 0});

        assertEquals(Weights.copyOf(0, 0), RULE.aggregate(round).model());
        assertEquals(List.of(), Updates.taken(RULE.aggregate(round)));
    }

    @Test
    void trustsNobodyWhereItsOwnUpdateIsZeroOrBroken() {
        for (float own : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
            Aggregate aggregate =
                    new FlTrust(1, Weights.copyOf(own)).aggregate(Updates.ofOne(1, 2));

            assertEquals(Weights.copyOf(0), aggregate.model());
        }
    }
}
