package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.FederatedData;
import federarium.random.RandomStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RootSetTest {
    private static final FederatedData DATA = new DataCache().load(Runs.digits(1), null);

    @Test
    void isAHundredDifferentTrainingRows() {
        int[] rows = rows(1);
        Set<Integer> training = Arrays.stream(DATA.train()).boxed().collect(Collectors.toSet());

        assertEquals(100, Arrays.stream(rows).distinct().count());
        assertTrue(Arrays.stream(rows).allMatch(training::contains), Arrays.toString(rows));
    }

    @Test
    void dependsOnTheSeedAlone() {
        assertArrayEquals(rows(1), rows(1));
        assertFalse(Arrays.equals(rows(1), rows(2)));
    }

    @Test
    void isEveryRowWhereThereAreFewer() {
        int[] rows = RootSet.rows(new int[] {7, 8, 9}, new RandomStream(1));

        assertEquals(Set.of(7, 8, 9), Arrays.stream(rows).boxed().collect(Collectors.toSet()));
    }

    private static int[] rows(long seed) {
        return RootSet.rows(DATA.train(), new RandomStream(seed));
    }
}
