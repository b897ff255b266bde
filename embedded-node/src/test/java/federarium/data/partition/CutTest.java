package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class CutTest {
    private final int[] six = {1, 2, 3, 4, 5, 6};

    @Test
    void cutsInProportionToWeights() {
        assertArrayEquals(new int[][] {{1}, {2, 3}, {4, 5, 6}}, Cut.byWeights(six, 1, 2, 3));
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        assertArrayEquals(new int[][] {{}, {1, 2, 3, 4, 5, 6}}, Cut.byWeights(six, 0, 5));
    }

    @Test
    void weightsThatAreAllZeroCountAsEqual() {
        assertArrayEquals(new int[][] {{1, 2, 3}, {4, 5, 6}}, Cut.byWeights(six, 0, 0));
    }

    @Test
    void fewRowsAreSpreadOverManyPieces() {
        assertArrayEquals(new int[][] {{}, {1}, {}, {2}}, Cut.evenly(new int[] {1, 2}, 4));
    }

    @Test
    void theLastShareTakesWhatRoundingLeft() {
        assertArrayEquals(new int[][] {{1, 2, 3}, {4, 5, 6}}, Cut.byShares(six, 0.5, 0.5 - 1e-12));
    }
}
