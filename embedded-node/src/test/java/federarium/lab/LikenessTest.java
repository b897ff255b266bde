package federarium.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final double[] MEAN = {1, 1};
    private static final double[] ORIGINAL = {3, 1};

    @Test
    void ofTheOriginalItselfIsOneWithoutError() {
        assertEquals(new Likeness(1, 0, 0), Likeness.of(ORIGINAL, ORIGINAL, MEAN));
    }

    @Test
    void ofWhatEverybodyKnowsIsNothing() {
        assertEquals(0, Likeness.of(MEAN, ORIGINAL, MEAN).cosine());
    }

    @Test
    void isCutToNoRange() {
        assertEquals(
                new Likeness(-1, 6, StrictMath.sqrt(18)),
                Likeness.of(new double[] {-3, 1}, ORIGINAL, MEAN));
    }
}
