package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.scenario.Scenario.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {

    @Test
    void readsTheWidthsThatAreDealtToTheNodes() {
        Scenario scenario = Yaml.digits("model: {hidden: [8], widths: [1, .5, 0.0625]}");

        assertEquals(
                new ModelSpec.Dense(List.of(8), "relu", List.of(1.0, .5, .0625)), scenario.model());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[1, 0.3] | rounds: 9 | model.widths: '[1, 0.3]' does not fit; allowed: a list of"
                        + " some of 1, 0.5, 0.25, 0.125, 0.0625",
                "[] | rounds: 9 | model.widths: '[]' does not fit; allowed: a list of some of 1,"
                        + " 0.5, 0.25, 0.125, 0.0625",
                "[0.5], kind: conv | rounds: 9 | model.widths: means nothing while model.kind is"
                        + " conv; allowed: model.kind dense",
                "[0.5], hidden: [] | rounds: 9 | model.widths: without hidden layers there are no"
                        + " units to leave out; allowed: [1], or model.hidden with units"
            })
    void refusesWidthsThatCannotWork(String widths, String other, String problem) {
        assertEquals(
                "s.yaml:3: " + problem, Yaml.refusal("model: {widths: " + widths + "}", other));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "aggregation: {rule: median} | aggregation.rule: median | fedAvg",
                "mode: fedBuff | mode: fedBuff | synchronous",
                "topology: {kind: hierarchical, edges: 2} | topology.kind: hierarchical | star",
                "compression: {kind: sign} | compression.kind: sign | none",
                "personal: {kind: ditto} | personal.kind: ditto | none"
            })
    void refusesWhatNeedsTheWholeModelAtEveryNode(String other, String problem, String works) {
        assertEquals(
                "s.yaml:4: %s needs the whole model at every node; allowed: %s, or model.widths [1]"
                        .formatted(problem, works),
                Yaml.refusal("model: {widths: [1, 0.5]}", other));
    }
}
