package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquaredDistancesTest {

    /** Sizes about the edges of tiles, blocks and parts. */
    @ParameterizedTest(name = "{0} updates of {1}")
    @CsvSource({"1, 1", "2, 1", "7, 127", "8, 128", "9, 129", "16, 300", "17, 8192", "33, 20000"})
    void areThoseOfTheDefinition(int clients, int size) {
        List<Weights> updates =
                Updates.random(clients, size).updates().stream().map(ClientUpdate::delta).toList();
        double[][] distances = SquaredDistances.between(updates);

        for (int i = 0; i < clients; i++) {
            for (int j = 0; j < clients; j++) {
                double expected = Math.pow(updates.get(i).distance(updates.get(j)), 2);
                assertEquals(expected, distances[i][j], 1e-6 * expected);
            }
        }
    }
}
