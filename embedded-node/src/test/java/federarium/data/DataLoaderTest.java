package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import federarium.random.RandomStreams;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLoaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"iid", "size", "dirichlet", "pathological", "shard", "feature"})
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
                heldOut(digits),
                heldOut(digits.with("partition.kind", "shard").with("clients", "30")));
    }

    private static int[] heldOut(Scenario scenario) {
        return Arrays.stream(load(scenario).test()).sorted().toArray();
    }

    @Test
    void featureSkewAltersTheRowsOfAnIidDeal() {
        Scenario even = BuiltInScenarios.open("digits").with("data.standardize", "none");
        Scenario skewed =
                even.with("partition.kind", "feature")
                        .with("partition.noise", "0")
                        .with("partition.brightness", "0.5");
        FederatedData plain = load(even);
        FederatedData lit = load(skewed);

        assertEquals(0, added(plain, lit, 0), 1e-6);
        assertEquals(.5, added(plain, lit, 7), 1e-6);
    }

    /** By how much the first pixel of a node's first row differs. */
    private static double added(FederatedData before, FederatedData after, int node) {
        int row = before.nodes().get(node).train()[0];
        assertEquals(row, after.nodes().get(node).train()[0]);
        return after.dataset().feature(row, 0) - before.dataset().feature(row, 0);
    }

    @Test
    void featuresAreSkewedBeforeTheyAreStandardized() {
        // A shift of all of a node's pixels is gone when each node subtracts its own mean.
        Scenario even = BuiltInScenarios.open("digits").with("data.standardize", "perClient");
        Scenario skewed =
                even.with("partition.kind", "feature")
                        .with("partition.noise", "0")
                        .with("partition.brightness", "0.5");

        assertEquals(0, added(load(even), load(skewed), 7), 1e-5);
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
                "data.partition.kind: natural needs data that say whose row it is; allowed: the"
                    + " sources wisconsin (period), card-fraud (client_bank), or client: a column"
                    + " of the file",
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
                    + " 'writer'; allowed: p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12,"
                    + " p13, p14, p15, p16, p17, p18, p19, p20, p21, p22, p23, p24, p25, p26, p27,"
                    + " p28, p29, … (65 in all)",
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
                "data.partition.kind: Graz would get none of the 2 training rows; allowed: fewer"
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
}
