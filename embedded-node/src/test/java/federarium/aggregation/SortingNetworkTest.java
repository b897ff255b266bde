package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingNetworkTest {

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100, 127, 129})
    void sortsEveryColumn(int n) {
        int[][] rows = new int[n][Columns.WIDTH];
        Random random = new Random(n);
        for (int[] row : rows) {
            Arrays.setAll(row, _ -> random.nextInt(-n, n));
        }
        int[][] expected = new int[Columns.WIDTH][];
        for (int column = 0; column < Columns.WIDTH; column++) {
            int at = column;
            expected[column] = Arrays.stream(rows).mapToInt(row -> row[at]).sorted().toArray();
        }

        SortingNetwork.of(n).sort(rows, Columns.WIDTH);

        for (int column = 0; column < Columns.WIDTH; column++) {
            int at = column;
            assertArrayEquals(
                    expected[column], Arrays.stream(rows).mapToInt(row -> row[at]).toArray());
        }
    }
}
