package federarium.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import federarium.privacy.noise.Noise;
import federarium.privacy.noise.RandomBits;
import federarium.random.RandomStream;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class OwnNoiseTest {
    private static final Noise NONE = (sum, _, _) -> sum;

    /** (6, 8) is 10 long, and cut to 5. */
    @Test
    void cutsTheUpdateToTheClipNorm() {
        ClientUpdate sent = new OwnNoise(5, 1, NONE).protect(update(6, 8));

        assertArrayEquals(new float[] {3, 4}, sent.delta().toArray(), 1e-5f);
        assertEquals(7, sent.examples());
    }

    @Test
    void leavesAShortUpdateWhole() {
        assertArrayEquals(
                new float[] {3, 4},
                new OwnNoise(5, 1, NONE).protect(update(3, 4)).delta().toArray());
    }

    /** σ·C = 2 · 5. */
    @Test
    void addsNoiseOfTheClipNormTimesTheMultiplier() {
        Noise asked = (sum, multiplier, norm) -> Weights.copyOf((float) (multiplier * norm), 0);

        assertEquals(10, new OwnNoise(5, 2, asked).protect(update(3, 4)).delta().get(0));
    }

    @Test
    void leavesAnUpdateThatDivergedForTheCoordinatorToRefuse() {
        Noise noise = Noise.of(RandomBits.seeded(new RandomStream(1)));
        ClientUpdate sent = new OwnNoise(5, 1, noise).protect(update(Float.NaN, 4));

        assertFalse(sent.delta().isFinite());
    }

    private static ClientUpdate update(float... delta) {
        return new ClientUpdate(0, 1, 7, 1, .5, Weights.copyOf(delta));
    }
}
