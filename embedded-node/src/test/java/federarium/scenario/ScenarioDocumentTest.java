package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written in a file, and what is said about the rest. */
class ScenarioDocumentTest {
    private static final String TOP =
            "name, title, story, data, model, compute, clients, cohort, training, personal,"
                + " topology, mode, aggregation, devices, nodes, compression, privacy,"
                + " secureAggregation, encryption, attack, incentive, headline, yardsticks, rounds,"
                + " seed";

    @ParameterizedTest
    @ValueSource(strings = {"1e-05", "1E-5", ".00001", "+1e-5", "0.00001", "'1e-05'"})
    void takesNumbersAsJavaReadsDoubles(String number) {
        Scenario scenario = Yaml.digits("training: {learningRate: " + number + "}");

        assertEquals(1e-5, scenario.training().learningRate());
    }

    /** In YAML 1.1 these would be truths; here they are the words that somebody wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "yes", "no", "y", "n", "true", "12"})
    void takesWordsAsTheyAreWritten(String word) {
        assertEquals(word, Yaml.digits("title: " + word).title());
    }

    /** In YAML 1.1 this would be the octal number 8. */
    @Test
    void takesALeadingZeroAsDecimal() {
        assertEquals(10, Yaml.digits("rounds: 010").rounds());
    }

    /** YAML 1.1 would read 1000, 16, 8, 90 and 1; a reader of the file might not. */
    @ParameterizedTest
    @ValueSource(strings = {"1_000", "0x10", "0o10", "1:30", "1.0", "1e2", "0", "1000001", "many"})
    void refusesWholeNumbersInOtherClothes(String number) {
        assertEquals(
                "s.yaml:3: rounds: '"
                        + number
                        + "' does not fit; allowed: a whole number from 1 to 1000000",
                Yaml.refusal("rounds: " + number));
    }

    @Test
    void takesListsOnOneLineOrOnSeveral() {
        List<String> items = List.of("64", "32");

        assertEquals(items, value("model.hidden", "model: {hidden: [64, 32]}").items());
        assertEquals(items, value("model.hidden", "model:\n  hidden:\n    - 64\n    - 32").items());
    }

    @Test
    void takesDottedKeysToo() {
        assertEquals(.5, Yaml.digits("cohort.fraction: 0.5").cohort().fraction());
    }

    @Test
    void takesTheKeysOfTheDataWithoutTheirPrefix() {
        assertEquals("none", Yaml.digits("standardize: none").data().standardize());
    }

    @Test
    void namesAnUnknownKeyAndAllThatThereAre() {
        assertEquals(
                "s.yaml:3: modell: unknown key; known here: " + TOP, Yaml.refusal("modell: dense"));
    }

    @Test
    void namesAnUnknownKeyAndItsNeighbours() {
        assertEquals(
                "s.yaml:4: cohort.fractoin: unknown key; known here: cohort.fraction,"
                        + " cohort.sampling",
                Yaml.refusal("cohort:", "  fractoin: 0.1"));
    }

    @Test
    void namesTheKeysOfAGroupThatIsGivenAValue() {
        assertEquals(
                "s.yaml:3: cohort: takes keys of its own; known here: cohort.fraction,"
                        + " cohort.sampling",
                Yaml.refusal("cohort: 0.1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "model: {kind: cnn} | model.kind: 'cnn' | dense, logistic, conv, dl4j",
                "model: {hidden: 32} | model.hidden: '32'"
                        + " | a list such as [200, 200], each a whole number from 1 to 100000",
                "model: {hidden: [32, 0]} | model.hidden: '[32, 0]'"
                        + " | a list such as [200, 200], each a whole number from 1 to 100000",
                "clients: [1, 2] | clients: '[1, 2]' | a whole number from 1 to 100000",
                "seed: 9223372036854775808 | seed: '9223372036854775808'"
                        + " | a whole number of 64 bits",
                "cohort: {fraction: 1.5} | cohort.fraction: '1.5' | a number above 0 to 1",
                "cohort: {fraction: 0} | cohort.fraction: '0' | a number above 0 to 1",
                "cohort: {fraction: NaN} | cohort.fraction: 'NaN' | a number above 0 to 1",
                "cohort: {fraction: half} | cohort.fraction: 'half' | a number above 0 to 1",
                "testFraction: 0.95 | data.testFraction: '0.95' | a number above 0 to 0.9",
                "training: {learningRate: -0.1} | training.learningRate: '-0.1'"
                        + " | a number from 0 to 1000",
                "training: {learningRate: Infinity} | training.learningRate: 'Infinity'"
                        + " | a number from 0 to 1000",
                "training: {momentum: 1} | training.momentum: '1' | a number from 0 to 0.9999",
                "secureAggregation: no | secureAggregation: 'no' | false or true",
                "features: age | data.features: 'age' | a list such as [age, height]",
                "title: [a, b] | title: '[a, b]' | a text",
                "title: ' ' | title: ' ' | a text"
            },
            quoteCharacter = '"')
    void saysWhatAKeyTakesInstead(String line, String problem, String allowed) {
        assertEquals(
                "s.yaml:3: " + problem + " does not fit; allowed: " + allowed, Yaml.refusal(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rounds:", "rounds: ~", "rounds: null"})
    void asksForAMissingValue(String line) {
        assertEquals(
                "s.yaml:3: rounds: has no value; allowed: a whole number from 1 to 1000000",
                Yaml.refusal(line));
    }

    @Test
    void asksForTheKeysOfAnEmptyGroup() {
        assertEquals("s.yaml:3: cohort: has no value", Yaml.refusal("cohort:"));
    }

    @Test
    void asksForPlainValuesInAList() {
        assertEquals(
                "s.yaml:3: model.hidden: its elements must be plain values; allowed: a list such"
                        + " as [200, 200], each a whole number from 1 to 100000",
                Yaml.refusal("model: {hidden: [[32]]}"));
    }

    @Test
    void refusesAKeyThatIsGivenTwice() {
        assertEquals("s.yaml:4: rounds: is given twice", Yaml.refusal("rounds: 5", "rounds: 6"));
    }

    @Test
    void refusesAGroupThatIsGivenTwice() {
        assertEquals("s.yaml:3: data: is given twice", Yaml.refusal("data: {standardize: none}"));
    }

    @Test
    void refusesAKeyThatIsGivenWithAndWithoutItsPrefix() {
        assertEquals(
                "s.yaml:4: data.standardize: is given twice",
                Yaml.refusal("standardize: none", "data.standardize: global"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet", "- digits", "digits"})
    void saysWhatAScenarioBeginsWith(String text) {
        assertEquals(
                "s.yaml:1: not a scenario; it begins with keys such as name: and data:",
                Yaml.refusalOf(() -> Yaml.read(text)));
    }

    /** Read as words, they would put their own names where somebody expects a value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: *t | title",
                "cohort: *c | cohort",
                "cohort: {<<: *c} | cohort.<<",
                "model: {hidden: [*h]} | model.hidden"
            })
    void refusesAliases(String line, String key) {
        assertEquals(
                "s.yaml:3: " + key + ": takes no aliases (*); write the value out",
                Yaml.refusal(line));
    }

    @Test
    void refusesAKeyThatIsNoWord() {
        assertEquals(
                "s.yaml:3: not valid YAML: a key must be a plain word", Yaml.refusal("[a, b]: 3"));
    }

    @Test
    void refusesKeysBelowAKeyThatTakesAValue() {
        assertEquals(
                "s.yaml:3: rounds: takes no keys of its own; allowed: a whole number from 1 to"
                        + " 1000000",
                Yaml.refusal("rounds: {a: 1}"));
    }

    @Test
    void refusesAnUnknownGroupBeforeItLooksInside() {
        assertEquals(
                "s.yaml:3: base: unknown key; known here: " + TOP,
                Yaml.refusal("{base: ".repeat(5000).substring(1)));
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertEquals(
                "s.yaml: is too long for a scenario; allowed: up to 1000000 characters",
                Yaml.refusal("story: " + "a ".repeat(500_000)));
    }

    @Test
    void refusesASecondScenarioInAFile() {
        assertEquals("s.yaml:4: one scenario a file, please", Yaml.refusal("---", "name: t"));
    }

    @Test
    void namesTheLineOfATab() {
        assertEquals(
                "s.yaml:4: not valid YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)",
                Yaml.refusal("cohort:", "\tfraction: 0.1"));
    }

    @Test
    void namesTheLineOfASecondColon() {
        assertEquals(
                "s.yaml:4: not valid YAML: mapping values are not allowed here",
                Yaml.refusal("rounds: 5", "title: digits: again"));
    }

    @Test
    void namesTheLineWhereABracketIsStillOpen() {
        assertEquals(
                "s.yaml:5: not valid YAML: expected ',' or '}', but got <stream end>",
                Yaml.refusal("cohort: {fraction: 0.1,", "sampling: fixed", ""));
    }

    @Test
    void readsBackFromItsValues() {
        Scenario scenario = Yaml.digits("model: {hidden: [64, 32]}", "partition: {kind: shard}");
        ScenarioDocument copy = ScenarioDocument.of("run", scenario.document().values());

        assertEquals(scenario.document().values(), copy.values());
        assertEquals(scenario.model(), ScenarioReader.read(copy).model());
    }

    private static Value value(String key, String line) {
        Value value = Yaml.digits(line).document().value(key);
        return value == null ? Value.scalar("nothing") : value;
    }
}
