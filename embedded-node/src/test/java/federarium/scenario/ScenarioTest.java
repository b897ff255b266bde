package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import federarium.scenario.Scenario.ModelSpec;
import federarium.scenario.Scenario.Partition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One key changed, as --set does it. */
class ScenarioTest {
    private static final Scenario DIRICHLET =
            Yaml.digits(
                    "partition: {kind: dirichlet, alpha: 0.1}",
                    "model: {kind: dense, hidden: [64], activation: tanh}");

    @Test
    void takesTheChangedValue() {
        assertEquals(7, DIRICHLET.with("rounds", "7").rounds());
    }

    @Test
    void staysAsItWasWhenAnotherIsMadeOfIt() {
        DIRICHLET.with("rounds", "7").with("partition.kind", "shard");

        assertEquals(50, DIRICHLET.rounds());
        assertEquals(new Partition.Dirichlet(.1), DIRICHLET.data().partition());
    }

    @Test
    void takesTheKeysOfTheDataWithAndWithoutTheirPrefix() {
        assertEquals("2", DIRICHLET.with("partition.alpha", "2").value("data.partition.alpha"));
        assertEquals(
                "2", DIRICHLET.with("data.partition.alpha", "2").value("data.partition.alpha"));
    }

    @Test
    void takesNumbersAsJavaReadsDoubles() {
        assertEquals(
                1e-5, DIRICHLET.with("training.learningRate", "1e-05").training().learningRate());
    }

    @Test
    void takesLists() {
        assertEquals(
                new ModelSpec.Dense(List.of(16, 8), "tanh"),
                DIRICHLET.with("model.hidden", "[16, 8]").model());
    }

    @Test
    void dropsTheOldKindsKeysAndTakesTheNewKindsDefaults() {
        Scenario changed = DIRICHLET.with("partition.kind", "shard");

        assertEquals(new Partition.Shard(2), changed.data().partition());
        assertFalse(changed.document().has("data.partition.alpha"));
    }

    @Test
    void takesTheDefaultsAgainOnTheWayBack() {
        Scenario changed =
                DIRICHLET.with("partition.kind", "shard").with("partition.kind", "dirichlet");

        assertEquals(new Partition.Dirichlet(.5), changed.data().partition());
    }

    @Test
    void dropsTheLayersWhereTheModelBecomesLogistic() {
        assertEquals(
                new ModelSpec.Dense(List.of(), "relu"),
                DIRICHLET.with("model.kind", "logistic").model());
    }

    @Test
    void takesTheDefaultsOfAKeyThatBothKindsHave() {
        ModelSpec.Conv changed = (ModelSpec.Conv) DIRICHLET.with("model.kind", "conv").model();

        assertEquals(List.of(32), changed.hidden());
        assertEquals("relu", changed.activation());
    }

    @Test
    void takesAKeyOfTheNewKindThatIsGivenBeforeTheKind() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("model.hidden", "[8]");
        changes.put("model.kind", "conv");
        ModelSpec.Conv changed = (ModelSpec.Conv) DIRICHLET.with(changes).model();

        assertEquals(List.of(8), changed.hidden());
    }

    static Stream<Arguments> keysOfAKindAndTheOtherKinds() {
        return Settings.all().stream().flatMap(ScenarioTest::otherKinds);
    }

    private static Stream<Arguments> otherKinds(Setting setting) {
        Setting.Only only = setting.only();
        if (only == null) {
            return Stream.of();
        }
        List<String> kinds = ((Kind.Choice) Settings.require(only.key()).kind()).words();
        return kinds.stream()
                .filter(kind -> !kind.equals(only.values().getFirst()))
                .filter(kind -> !only.lasts() || !only.values().contains(kind))
                .map(kind -> Arguments.of(setting, kind));
    }

    @ParameterizedTest
    @MethodSource("keysOfAKindAndTheOtherKinds")
    void dropsEveryKeyOfEveryKind(Setting setting, String other) {
        Setting.Only only = Objects.requireNonNull(setting.only());
        Value value =
                setting.fallback() != null
                        ? setting.fallback()
                        : Value.scalar(setting.kind() instanceof Kind.Text ? "x.zip" : "1");
        Map<String, Value> before =
                Map.of(only.key(), Value.scalar(only.values().getFirst()), setting.key(), value);
        ScenarioDocument changed =
                ScenarioDocument.of("s.yaml", before).with("--set", only.key(), other);

        assertEquals(Map.of(only.key(), Value.scalar(other)), changed.values());
    }

    @Test
    void keepsItsKeysWhereTheKindIsTheSame() {
        assertEquals(
                new Partition.Dirichlet(.1),
                DIRICHLET.with("partition.kind", "dirichlet").data().partition());
    }

    @Test
    void keepsTheNodesToTheDealThatIsNotNaturalAnyMore() {
        assertEquals(
                8,
                Yaml.digits("partition: {kind: natural}").with("partition.kind", "iid").clients());
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        assertEquals(
                "--set: data.partition.classes: means nothing while data.partition.kind is"
                        + " dirichlet; allowed: data.partition.kind pathological",
                refusal("partition.classes", "3"));
    }

    @Test
    void refusesAnUnknownKey() {
        assertEquals(
                "--set: cohort.size: unknown key; known here: cohort.fraction, cohort.sampling",
                refusal("cohort.size", "3"));
    }

    @Test
    void refusesAValueThatDoesNotFit() {
        assertEquals(
                "--set: rounds: '0' does not fit; allowed: a whole number from 1 to 1000000",
                refusal("rounds", "0"));
        assertEquals(
                "--set: rounds: '' does not fit; allowed: a whole number from 1 to 1000000",
                refusal("rounds", ""));
    }

    @Test
    void refusesAListThatIsNotClosed() {
        assertEquals(
                "--set: model.hidden: '[16, 8' does not fit; allowed: a list such as [200, 200],"
                        + " each a whole number from 1 to 100000",
                refusal("model.hidden", "[16, 8"));
    }

    @Test
    void refusesWhatFollowsAList() {
        assertEquals(
                "--set: model.hidden: '[16] 8' does not fit; allowed: a list such as [200, 200],"
                        + " each a whole number from 1 to 100000",
                refusal("model.hidden", "[16] 8"));
    }

    /** A run that is resumed from another folder must find the same file. */
    @Test
    void keepsTheWholePathOfAFileFromTheCommandLine(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "x,y\n1,a\n");
        Scenario scenario =
                ScenarioReader.read(
                        folder.resolve("s.yaml"), "name: s\ndata: {file: rows.csv, label: y}\n");
        Path relative = Path.of("").toAbsolutePath().relativize(csv);
        Scenario changed = scenario.with("data.file", relative.toString());

        assertEquals(csv.toString(), changed.data().file());
        assertEquals(csv.toString(), changed.value("data.file"));
    }

    private static String refusal(String key, String value) {
        return Yaml.refusalOf(() -> DIRICHLET.with(key, value));
    }
}
