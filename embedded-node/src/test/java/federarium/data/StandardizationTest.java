package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardizationTest {

    @Test
    void takesMeanAndDeviationOfEachFeatureFromTrainingRowsAlone() {
        // Training rows (1, 10) and (3, 30): means 2 and 20, deviations 1 and 10.
        float[] features = {1, 10, 3, 30, 5, 0};
        Standardization.apply(features, 2, false, new int[] {0, 1}, new int[] {2});

        assertArrayEquals(new float[] {-1, -1, 1, 1, 3, -2}, features);
    }

    @Test
    void takesOneMeanAndDeviationForAllPixelsOfPictures() {
        float[] features = {0, 2, 2, 0, 3, 1};
        Standardization.apply(features, 2, true, new int[] {0, 1}, new int[] {2});

        assertArrayEquals(new float[] {-1, 1, 1, -1, 2, 0}, features);
    }

    @Test
    void aConstantFeatureBecomesZeroWhateverItsDigits() {
        float[] features = new float[1001];
        Arrays.fill(features, 0.1f);
        features[1000] = 1.1f;
        int[] train = IntStream.range(0, 1000).toArray();
        Standardization.apply(features, 1, false, train, new int[] {1000});

        assertEquals(0, features[0]);
        assertEquals(1, features[1000], 1e-6);
    }
}
