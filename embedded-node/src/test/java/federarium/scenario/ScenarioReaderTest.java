package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.scenario.Scenario.ModelSpec;
import federarium.scenario.Scenario.Partition;
import federarium.scenario.Scenario.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits together, and where a file's own files are. */
class ScenarioReaderTest {
    @TempDir Path folder;

    @Test
    void readsTheWholeOfTheMnistExample() {
        Scenario scenario =
                Yaml.read(
                        "name: mnist",
                        "title: Handwritten digits",
                        "story: >-",
                        "  one",
                        "  paragraph",
                        "data:",
                        "  source: mnist",
                        "  partition: {kind: shard, shardsPerClient: 3}",
                        "model: {kind: dense, hidden: [200, 100], activation: tanh}",
                        "clients: 100",
                        "cohort: {fraction: 0.1, sampling: poisson}",
                        "training: {learningRate: 0.05, localEpochs: 2, batchSize: 20}",
                        "seed: -7");

        assertEquals("one paragraph", scenario.story());
        assertEquals("mnist", scenario.data().source());
        assertEquals(new Partition.Shard(3), scenario.data().partition());
        assertEquals(new ModelSpec.Dense(List.of(200, 100), "tanh"), scenario.model());
        assertEquals(100, scenario.clients());
        assertEquals(new Scenario.Cohort(.1, true), scenario.cohort());
        assertEquals(new Training(.05, 2, 20), scenario.training());
        assertEquals(-7, scenario.seed());
    }

    @Test
    void readsLogisticRegressionAsAModelWithoutHiddenLayers() {
        ModelSpec model = Yaml.digits("model: {kind: logistic}").model();

        assertEquals(new ModelSpec.Dense(List.of(), "relu"), model);
        assertEquals("logistic", model.kind());
    }

    @Test
    void readsASplitOfWordsOrOfNumbers() {
        assertEquals(new Split("part", null), Yaml.digits("split: part").data().split());
        assertEquals(
                new Split("day", 60.0),
                Yaml.digits("split: {column: day, testFrom: 60}").data().split());
    }

    @Test
    void refusesHalfASplit() {
        String half =
                "is only half of a split; allowed: split: COLUMN, or split: {column: COLUMN,"
                        + " testFrom: NUMBER}";

        assertEquals("s.yaml:3: data.split.column: " + half, Yaml.refusal("split: {column: day}"));
        assertEquals(
                "s.yaml:3: data.split.testFrom: " + half, Yaml.refusal("split: {testFrom: 60}"));
    }

    @Test
    void refusesAKeyOfAnotherKindOfDeal() {
        assertEquals(
                "s.yaml:4: data.partition.alpha: means nothing while data.partition.kind is shard;"
                        + " allowed: data.partition.kind dirichlet",
                Yaml.refusal("partition:", "  alpha: 0.1", "  kind: shard"));
    }

    @Test
    void refusesAKeyOfAnotherKindOfModel() {
        assertEquals(
                "s.yaml:3: model.hidden: means nothing while model.kind is logistic; allowed:"
                        + " model.kind dense or conv",
                Yaml.refusal("model: {kind: logistic, hidden: [3]}"));
    }

    @Test
    void refusesAnEngineThatCannotTrainTheModel() {
        assertEquals(
                "s.yaml:4: compute: the Vector API engine trains dense and logistic models, not"
                        + " conv; allowed: auto or dl4j",
                Yaml.refusal("model: {kind: conv}", "compute: vector"));
    }

    @Test
    void refusesASavedNetworkWithoutItsFile() {
        assertEquals(
                "s.yaml:3: model.kind: dl4j needs file: beside it; allowed: a saved network",
                Yaml.refusal("model: {kind: dl4j}"));
    }

    @Test
    void refusesDataFromTwoPlaces() {
        assertEquals(
                "s.yaml:3: data.file: give either source: (built-in data) or file: (a CSV file)",
                Yaml.refusal("file: rows.csv"));
    }

    @Test
    void refusesDataFromNowhere() {
        assertEquals(
                "s.yaml: data: give either source: (built-in data) or file: (a CSV file)",
                Yaml.refusalOf(() -> Yaml.read("name: s")));
    }

    @Test
    void refusesAFileWithoutALabel() {
        assertEquals(
                "s.yaml:1: data.file: needs label: beside it; allowed: the column to predict",
                Yaml.refusalOf(() -> Yaml.read("data: {file: rows.csv}", "name: s")));
    }

    /** Every key but the data is optional. */
    @ParameterizedTest
    @ValueSource(strings = {"wards.yaml", "wards.yml"})
    void namesAScenarioAfterItsFileWhereItHasNoName(String file) {
        Scenario scenario = ScenarioReader.read(Path.of(file), "data: {source: digits}");

        assertEquals("wards", scenario.name());
        assertEquals("wards", scenario.with("rounds", "5").name());
    }

    @Test
    void findsAFileBesideTheScenario() throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "x,y\n1,a\n");
        Path yaml = folder.resolve("scenarios").resolve("s.yaml");
        Scenario scenario =
                ScenarioReader.read(yaml, "name: s\ndata: {file: ../rows.csv, label: y}\n");

        assertEquals(csv.toString(), scenario.data().file());
    }

    @Test
    void namesTheWholePathOfAFileThatIsNotThere() {
        Path yaml = folder.resolve("s.yaml");

        assertEquals(
                yaml
                        + ":2: data.file: cannot read "
                        + folder.resolve("rows.csv")
                        + "; allowed: a readable CSV file",
                Yaml.refusalOf(() ->
                        ScenarioReader.read(yaml, "name: s\ndata: {file: rows.csv, label: y}\n")));
    }
}
