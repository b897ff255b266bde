package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalSettingsTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("{kind: none}", new PersonalSpec.None()),
                Arguments.of("{kind: ditto}", new PersonalSpec.Ditto(1)),
                Arguments.of("{kind: ditto, lambda: 0}", new PersonalSpec.Ditto(0)),
                Arguments.of("{kind: fedPer}", new PersonalSpec.FedPer(1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsAKindWithItsDefaults(String written, PersonalSpec spec) {
        assertEquals(spec, Yaml.digits("personal: " + written).personal());
    }

    @Test
    void sharesTheFirstLayersOfAConvolutionalModel() {
        Scenario scenario =
                Yaml.digits("personal: {kind: fedPer, layers: 3}", "model: {kind: conv}");

        assertEquals(4, scenario.model().layers());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{kind: ditto, lambda: 20} | training: {learningRate: 0.1} | personal.lambda: steps"
                        + " of 0.1 against a pull of 20 overshoot more and more; allowed: below 20",
                "{kind: ditto, layers: 1} | training: {learningRate: 0.1} | personal.layers: means"
                        + " nothing while personal.kind is ditto; allowed: personal.kind fedPer",
                "{kind: fedPer, layers: 2} | model: {hidden: [9]} | personal.layers: the model has"
                        + " 2 layers, and the first one at least is shared; allowed: 1",
                "{kind: fedPer, layers: 3} | model: {hidden: [9, 9]} | personal.layers: the model"
                        + " has 3 layers, and the first one at least is shared; allowed: 1 to 2",
                "{kind: fedPer} | model: {kind: logistic} | personal.kind: fedPer shares all layers"
                    + " but the last ones, and this model has a single one; allowed: a model with"
                    + " hidden layers",
                "{kind: fedPer} | aggregation: {rule: flTrust} | personal.kind: flTrust trains at"
                    + " the coordinator, which has no last layers under fedPer; allowed: ditto, or"
                    + " another aggregation.rule"
            })
    void refusesWhatCannotWork(String personal, String other, String problem) {
        assertEquals("s.yaml:3: " + problem, Yaml.refusal("personal: " + personal, other));
    }
}
