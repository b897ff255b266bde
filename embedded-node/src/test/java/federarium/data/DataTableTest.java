package federarium.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {

    @Test
    void countsTheTrainingRowsOfEachClass() {
        Dataset dataset =
                Dataset.of(
                        List.of("x"),
                        List.of("no", "yes"),
                        new int[] {0, 1, 1, 0},
                        new float[] {1},
                        new float[] {2},
                        new float[] {3},
                        new float[] {4});
        NodeRows graz = new NodeRows("c01", "Graz", new int[] {0, 1, 2}, new int[] {3});
        FederatedData data =
                new FederatedData(
                        dataset, List.of(graz), new Provenance("Test", "none", "None.", true));

        assertEquals(
                List.of(new DataTable.Row("c01", "Graz", 3, 1, List.of(1, 2))),
                DataTable.of(data).nodes());
    }

    @Test
    void nodesThatAreAlikeHaveNoSkew() {
        DataTable table = table(row(2, 6), row(2, 6));

        assertEquals(0, table.labelSkew());
        assertEquals(1, table.sizeImbalance());
    }

    @Test
    void labelSkewIsTheMeanDistanceOfANodesSharesToThoseOfAll() {
        // Shares (3/4, 1/4) and (1/4, 3/4) of (1/2, 1/2): each 1/4 away.
        assertEquals(.25, table(row(3, 1), row(1, 3)).labelSkew());
        // Shares (1, 0), and (0, 1) of three times as many: of (1/4, 3/4) 3/4 and 1/4 away.
        assertEquals(.5, table(row(2, 0), row(0, 6)).labelSkew());
    }

    @Test
    void sizeImbalanceIsTheLargestNodeOverTheMean() {
        assertEquals(1.5, table(row(1, 1), row(3, 3)).sizeImbalance());
    }

    private static DataTable table(DataTable.Row... rows) {
        return DataTable.of(List.of("no", "yes"), List.of(rows));
    }

    private static DataTable.Row row(int no, int yes) {
        return new DataTable.Row("c", "c", no + yes, 0, List.of(no, yes));
    }
}
