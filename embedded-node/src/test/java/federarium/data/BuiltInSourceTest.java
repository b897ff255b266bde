package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStreams;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInSourceTest {

    @Test
    void digitsAre1797RowsOfTenClasses() {
        FederatedData data = load(BuiltInScenarios.open("digits"));

        assertEquals(1797, data.dataset().rows());
        assertEquals(10, data.dataset().classes());
        assertEquals(new ImageShape(8, 8, 1), data.dataset().image());
        assertEquals(8, data.nodes().size());
        assertEquals("c08", data.nodes().getLast().id());
        assertEquals(359, data.test().length);
        assertCoversDisjointly(data);
    }

    @Test
    void digitsStandardizeToMeanZeroAndDeviationOneOverAllTrainingPixels() {
        FederatedData data = load(BuiltInScenarios.open("digits"));
        double[] values =
                Arrays.stream(data.train())
                        .boxed()
                        .flatMap(row -> values(data.dataset(), row).boxed())
                        .mapToDouble(Double::doubleValue)
                        .toArray();

        assertEquals(0, mean(values), 1e-6);
        assertEquals(1, deviation(values), 1e-6);
    }

    @Test
    void mnistIs20000RowsAndTheOfficial10000() {
        Scenario scenario = BuiltInScenarios.open("mnist");
        FederatedData data = load(scenario);

        assertEquals(100, data.nodes().size());
        assertArrayEquals(IntStream.range(0, 20_000).toArray(), sorted(data.train()));
        assertArrayEquals(IntStream.range(20_000, 30_000).toArray(), sorted(data.test()));
        assertCoversDisjointly(data);
        assertEquals(5, data.dataset().label(0), "the first picture of MNIST is a five");
        assertEquals(7, data.dataset().label(20_000), "its first test picture is a seven");
        for (NodeRows node : data.nodes()) {
            assertEquals(200, node.train().length);
            List<Integer> trained = node.labelCounts(data.dataset());
            for (int row : node.test()) {
                assertNotEquals(0, trained.get(data.dataset().label(row)), node.toString());
            }
        }
    }

    @Test
    void hospitalHasTheEightPeriodsWithoutTheRowsWithGaps() {
        FederatedData data = load(BuiltInScenarios.open("hospital"));

        assertEquals(
                List.of(
                        "1989-01 353",
                        "1989-10 69",
                        "1990-02 31",
                        "1990-04 17",
                        "1990-08 48",
                        "1991-01 49",
                        "1991-06 31",
                        "1991-11 85"),
                data.nodes().stream()
                        .map(node -> node.name() + " " + (node.train().length + node.test().length))
                        .toList());
        assertEquals("c01", data.nodes().getFirst().id());
        assertEquals(9, data.dataset().width());
        assertEquals(List.of("benign", "malignant"), data.dataset().classNames());
        assertEquals(137, data.test().length);
        assertEquals(71, data.nodes().getFirst().test().length);
        assertCoversDisjointly(data);
    }

    @Test
    void hospitalStandardizesEachScoreOverAllTrainingRows() {
        FederatedData data = load(BuiltInScenarios.open("hospital"));

        for (int column = 0; column < data.dataset().width(); column++) {
            double[] values = column(data.dataset(), data.train(), column);
            assertEquals(0, mean(values), 1e-6);
            assertEquals(1, deviation(values), 1e-6);
        }
    }

    @Test
    void perClientStandardizesEachNodeByItself() {
        FederatedData data =
                load(BuiltInScenarios.open("hospital").with("data.standardize", "perClient"));

        for (NodeRows node : data.nodes()) {
            double[] values = column(data.dataset(), node.train(), 0);
            assertEquals(0, mean(values), 1e-6, node.name());
            assertEquals(1, deviation(values), 1e-6, node.name());
        }
    }

    @Test
    void fraudIsTestedOnTheDaysFrom60OnWithoutSeeingDayOrScenario() {
        Scenario scenario = BuiltInScenarios.open("fraud");
        FederatedData data = load(scenario);

        assertEquals(29_669, data.dataset().rows());
        // Counted in the file by day: 18,083 rows before day 60, 11,586 from it on.
        assertEquals(18_083, data.train().length);
        assertEquals(11_586, data.test().length);
        assertEquals(15, data.dataset().width());
        assertFalse(data.dataset().featureNames().contains("scenario"));
        assertFalse(data.dataset().featureNames().contains("day"));
        assertEquals(List.of("legitimate", "fraud"), data.dataset().classNames());
        assertEquals(
                List.of(
                        "Bank A (retail) 5068 3217",
                        "Bank B (premium) 3192 2067",
                        "Bank C (regional, skimming) 4730 3008",
                        "Bank D (online, stolen cards) 3765 2510",
                        "Bank E (small) 1328 784"),
                data.nodes().stream()
                        .map(n -> n.name() + " " + n.train().length + " " + n.test().length)
                        .toList());
        assertTrue(data.provenance().synthetic());
    }

    @Test
    void fraudKeepsIgnoringItsLabelInDisguiseWhateverElseIsIgnored() {
        FederatedData data =
                load(BuiltInScenarios.open("fraud").with("data.ignore", "[night, weekend]"));

        assertEquals(13, data.dataset().width());
        assertFalse(data.dataset().featureNames().contains("scenario"));
    }

    @Test
    void wdbcHas30MeasurementsAndNoPatientIds() {
        FederatedData data = load(BuiltInScenarios.open("digits").with("data.source", "wdbc"));

        assertEquals(569, data.dataset().rows());
        assertEquals(30, data.dataset().width());
        assertFalse(data.dataset().featureNames().contains("patient_id"));
        assertNull(data.dataset().image());
    }

    @Test
    void digitsAreNoPicturesAnyMoreWhenAPixelIsLeftOut() {
        FederatedData data = load(BuiltInScenarios.open("digits").with("data.ignore", "[p0]"));

        assertEquals(63, data.dataset().width());
        assertNull(data.dataset().image());
    }

    private static FederatedData load(Scenario scenario) {
        return DataLoader.load(
                scenario.data(), scenario.clients(), new RandomStreams(scenario.seed()));
    }

    private static int[] sorted(int[] rows) {
        return Arrays.stream(rows).sorted().toArray();
    }

    private static void assertCoversDisjointly(FederatedData data) {
        int[] dealt =
                IntStream.concat(Arrays.stream(data.train()), Arrays.stream(data.test()))
                        .sorted()
                        .toArray();
        assertArrayEquals(IntStream.range(0, data.dataset().rows()).toArray(), dealt);
    }

    private static DoubleStream values(Dataset dataset, int row) {
        return IntStream.range(0, dataset.width()).mapToDouble(c -> dataset.feature(row, c));
    }

    private static double[] column(Dataset dataset, int[] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> dataset.feature(row, column)).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }
}
