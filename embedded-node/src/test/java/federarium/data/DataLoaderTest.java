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
import federarium.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLoaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

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
        assertArrayEquals(IntStream.range(0, 20_000).toArray(), data.train());
        assertArrayEquals(IntStream.range(20_000, 30_000).toArray(), data.test());
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

    @ParameterizedTest
    @ValueSource(strings = {"iid", "size", "dirichlet", "pathological", "shard"})
    void everyRuleDealsDigitsDisjointlyAndTheSameWayAgain(String kind) {
        Scenario scenario = BuiltInScenarios.open("digits").with("partition.kind", kind);
        FederatedData data = load(scenario);

        assertCoversDisjointly(data);
        FederatedData again = load(scenario);
        for (int node = 0; node < 8; node++) {
            assertArrayEquals(data.nodes().get(node).train(), again.nodes().get(node).train());
            assertArrayEquals(data.nodes().get(node).test(), again.nodes().get(node).test());
        }
    }

    @Test
    void anotherSeedDealsOtherRows() {
        Scenario.DataSpec spec = BuiltInScenarios.open("digits").data();
        int[] one = DataLoader.load(spec, 8, new RandomStreams(1)).nodes().getFirst().train();
        int[] two = DataLoader.load(spec, 8, new RandomStreams(2)).nodes().getFirst().train();

        assertFalse(Arrays.equals(one, two));
    }

    @Test
    void theHeldOutRowsDoNotDependOnHowTheRestIsDealt() {
        Scenario digits = BuiltInScenarios.open("digits");

        assertArrayEquals(
                load(digits).test(),
                load(digits.with("partition.kind", "shard").with("clients", "30")).test());
    }

    @Test
    void readsAFileBesideTheScenario() throws IOException {
        Files.writeString(
                folder.resolve("patients.csv"),
                """
                clinic,age,sex,visit,ill
                Graz,50,f,train,yes
                Bonn,40,m,train,no
                Graz,,f,test,no
                Bonn,20,f,test,yes
                """);
        FederatedData data =
                load(
                        ScenarioReader.read(
                                folder.resolve("scenario.yaml"),
                                """
                                name: patients
                                data:
                                  file: patients.csv
                                  label: ill
                                  client: clinic
                                  split: visit
                                  categorical: [sex]
                                  missing: mean
                                  standardize: none
                                  partition: {kind: natural}
                                """));

        assertEquals(List.of("age", "sex=f", "sex=m"), data.dataset().featureNames());
        assertEquals("patients.csv", data.provenance().title());
        NodeRows graz = data.nodes().get(1);
        assertEquals("Graz", graz.name());
        assertArrayEquals(new int[] {0}, graz.train());
        assertArrayEquals(new int[] {2}, graz.test());
        float[] row = new float[4];
        data.dataset().copyRow(2, row, 1);
        assertArrayEquals(new float[] {0, 45, 1, 0}, row);
    }

    @Test
    void refusesInOneLineWhatCannotBeLoaded() {
        Scenario digits = BuiltInScenarios.open("digits");

        assertEquals(
                "data.source: there is no source 'cats'; allowed: digits-8x8, mnist, wdbc,"
                        + " wisconsin, card-fraud, or file: a CSV file",
                refusal(digits.with("data.source", "cats")));
        assertEquals(
                "data.partition: natural needs data that say whose row it is; allowed: the sources"
                    + " wisconsin (period), card-fraud (client_bank), or client: a column of the"
                    + " file",
                refusal(digits.with("partition.kind", "natural")));
        assertEquals(
                "clients: 4, but the data name 8; allowed: 8, or leave clients out",
                refusal(BuiltInScenarios.open("hospital").with("clients", "4")));
        assertEquals(
                "clients: 2000 nodes cannot share 1438 training rows; allowed: at most 1438",
                refusal(digits.with("clients", "2000")));
        assertEquals(
                "data.source: mnist has pictures, no columns; allowed: mnist without label, client,"
                        + " split, features, categorical and ignore",
                refusal(digits.with("data.source", "mnist").with("data.label", "digit")));
        assertEquals(
                "scenarios/data/digits/uci_digits_8x8.csv.gz:1: client: there is no column"
                        + " 'writer'; allowed: "
                        + String.join(
                                ", ",
                                IntStream.range(0, 64).mapToObj(pixel -> "p" + pixel).toList())
                        + ", digit",
                refusal(digits.with("data.client", "writer")));
    }

    @Test
    void refusesANodeThatHasOnlyTestRows() throws IOException {
        Files.writeString(
                folder.resolve("p.csv"), "clinic,x,day,y\nBonn,1,1,a\nBonn,2,2,b\nGraz,3,9,a\n");
        Scenario scenario =
                ScenarioReader.read(
                        folder.resolve("scenario.yaml"),
                        """
                        name: late
                        data:
                          file: p.csv
                          label: y
                          client: clinic
                          split: {column: day, testFrom: 5}
                          partition: {kind: natural}
                        """);

        assertEquals(
                "data.partition: Graz would get none of the 2 training rows; allowed: fewer"
                        + " clients, or another rule",
                refusal(scenario));
    }

    private static FederatedData load(Scenario scenario) {
        return DataLoader.load(
                scenario.data(), scenario.clients(), new RandomStreams(scenario.seed()));
    }

    private static String refusal(Scenario scenario) {
        return Refusal.of(() -> load(scenario));
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
