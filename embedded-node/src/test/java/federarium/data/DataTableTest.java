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
}
