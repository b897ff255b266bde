package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.Training.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingReaderTest {

    @Test
    void readsTheLineOfTheDesign() {
        Scenario scenario =
                Yaml.digits(
                        "training: {optimizer: sgd, learningRate: 0.05, localEpochs: 1,"
                                + " batchSize: 10, momentum: 0, proximalMu: 0}");

        assertEquals(new Training(.05, 1, 10), scenario.training());
    }

    @Test
    void readsEveryOption() {
        Scenario scenario =
                Yaml.digits(
                        "training: {optimizer: adam, proximalMu: 0.5, weightDecay: 1e-4,"
                                + " learningRateDecay: 0.99, localEpochs: 5, earlyStop: 0.01}");

        assertEquals(
                new Training(.1, 5, 10, new Optimizer.Adam(), .5, 1e-4, .99, 0, .01),
                scenario.training());
    }

    @Test
    void takesTheUsualMomentumWhereNobodySays() {
        assertEquals(
                new Optimizer.Momentum(.9),
                Yaml.digits("training: {optimizer: momentum}").training().optimizer());
        assertEquals(
                new Optimizer.Momentum(.9),
                Yaml.digits("training: {momentum: 0}")
                        .with("training.optimizer", "momentum")
                        .training()
                        .optimizer());
    }

    @Test
    void goesBackToPassesFromSteps() {
        Scenario steps = Yaml.digits("training: {localEpochs: 3, localSteps: 20}");

        assertEquals(20, steps.training().localSteps());
        assertEquals(3, steps.with("training.localSteps", "0").training().localEpochs());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "training: {momentum: 0.9} | 3: training.momentum: sgd has none"
                        + " | 0, or training.optimizer momentum",
                "training: {optimizer: adam, momentum: 0.9} | 3: training.momentum: means nothing"
                        + " while training.optimizer is adam"
                        + " | training.optimizer sgd or momentum",
                "training: {localSteps: 5, earlyStop: 0.1} | 3: training.earlyStop: localSteps are"
                        + " taken to the last | training.localSteps 0, or 0 here",
                "training: {proximalMu: 20} | 3: training.proximalMu: steps of 0.1 against a pull"
                        + " of 20 overshoot more and more | below 20",
                "training: {weightDecay: 30, learningRate: 0.5} | 3: training.weightDecay: steps of"
                        + " 0.5 against a pull of 30 overshoot more and more | below 4",
                "training: {optimizer: momentum, momentum: 0.5, proximalMu: 30}"
                        + " | 3: training.proximalMu: steps of 0.1 against a pull of 30 overshoot"
                        + " more and more | below 30",
                "training: {proximalMu: 0.1}, aggregation: {rule: scaffold} | 3:"
                        + " training.proximalMu: scaffold takes what a node moved by for its"
                        + " gradients, and a pull is none | 0, or another aggregation.rule",
                "training: {proximalMu: 11}, aggregation: {rule: fedNova} | 3:"
                        + " training.proximalMu: fedNova weighs every step, and beyond"
                        + " (1 − √β)² ÷ learning rate some would weigh less than nothing"
                        + " | 0 to 10"
            })
    void refusesWhatCannotWork(String line, String problem, String allowed) {
        assertEquals(
                "s.yaml:" + problem + "; allowed: " + allowed,
                Yaml.refusal(line.split("(?<=}), ")));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fedSgd | momentum | fedSgd takes a single step, which leaves nothing for momentum",
                "fedSgd | adam | fedSgd takes a single step, which leaves nothing for adam",
                "scaffold | momentum | scaffold corrects plain steps, not those of momentum",
                "scaffold | adam | scaffold corrects plain steps, not those of adam",
                "qFedAvg | momentum | qFedAvg reads gradients off plain steps, not those of"
                        + " momentum",
                "fedNova | adam | fedNova cannot tell how far steps of adam carry"
            })
    void refusesAnOptimizerThatTheRuleDoesNotGoWith(String rule, String optimizer, String why) {
        assertEquals(
                "s.yaml:3: training.optimizer: "
                        + why
                        + "; allowed: sgd, or another"
                        + " aggregation.rule",
                Yaml.refusal(
                        "training: {optimizer: " + optimizer + "}",
                        "aggregation: {rule: " + rule + "}"));
    }

    @Test
    void refusesStepsWhereTheRuleTakesOne() {
        assertEquals(
                "s.yaml:3: training.localSteps: means nothing while aggregation.rule is fedSgd;"
                        + " allowed: aggregation.rule "
                        + String.join(" or ", AggregationSettings.RULES_WITH_STEPS),
                Yaml.refusal("training: {localSteps: 5}", "aggregation: {rule: fedSgd}"));
    }

    /**
     * 3 passes over 7 rows in batches of 5 and 2; a number of steps; and what a deadline leaves.
     */
    @Test
    void comeToSoManyStepsAtMost() {
        Training passes = new Training(.1, 3, 5);
        Training steps = new Training(.1, 3, 5, passes.optimizer(), 0, 0, 1, 25, 0);

        assertEquals(6, passes.stepsOn(7));
        assertEquals(25, steps.stepsOn(7));
        assertEquals(4, passes.withMostSteps(4).stepsOn(7));
        assertEquals(3, new Training(.1, 3, Training.ALL_ROWS).stepsOn(7));
    }

    @Test
    void allActFromTheNextRoundOn() {
        for (Setting setting : TrainingSettings.all()) {
            assertTrue(setting.live(), setting.key());
        }
    }
}
