package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.BadInputException;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExhibitTest {
    private static Kept run;

    @BeforeAll
    static void start() {
        run = Kept.of(Runs.digits(3));
    }

    @AfterAll
    static void end() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cohort.fraction=1",
                "aggregation.rule=scaffold",
                "compression.kind=topK",
                "privacy.mechanism=local",
                "privacy.mechanism=dpSgd",
                "attack.kind=signFlip",
                "attack.kind=alie",
                "training.optimizer=adam",
                "compute=dl4j",
                "incentive.rule=gtg"
            })
    void isTheUpdateThatTheLogTellsOf(String setting) {
        String[] keyAndValue = setting.split("=");
        Scenario scenario = Runs.digits(3).with(keyAndValue[0], keyAndValue[1]);
        try (Kept kept = Kept.of(scenario)) {
            Exhibit last = kept.exhibit(3, "c08");

            assertEquals(Boolean.TRUE, last.isLogged(last.update()));
        }
    }

    @Test
    void isTheSameWheneverItIsComputed() {
        assertEquals(run.exhibit(2, "c02").update(), run.exhibit(2, "c02").update());
    }

    @Test
    void isAnotherOneWithSettingsChangedAndThenNoneThatTheLogTellsOf() {
        Exhibit changed = run.exhibit(2, "c02", "training.batchSize=1");

        assertNotEquals(run.exhibit(2, "c02").update(), changed.update());
        assertNull(changed.isLogged(changed.update()));
    }

    @Test
    void followsWhatWasChangedInMidRun() {
        try (Kept kept = Kept.of(Runs.digits(2))) {
            Federation fork =
                    kept.engine()
                            .fork(
                                    kept.run(),
                                    1,
                                    Map.of("training.learningRate", "0.01"),
                                    Engine.Drive.UNATTENDED);
            fork.finished().join();

            Exhibit second = Exhibit.of(kept.store(), fork.run(), 2, "c01", Map.of());

            assertEquals(Boolean.TRUE, second.isLogged(second.update()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    4 | c01 | training.batchSize=1 | --round: 4 is not a closed round of RUN; allowed: 1 to 3
                    0 | c01 | training.batchSize=1 | --round: 0 is not a closed round of RUN; allowed: 1 to 3
                    1 | c09 | training.batchSize=1 | --node: 'c09' is no node of RUN; allowed: c01, c02, c03, c04, c05, c06, c07, c08
                    1 | c01 | seed=2 | --set: seed: makes another federation; allowed: training.…, privacy.…, compression.…, secureAggregation, encryption
                    """)
    void isRefusedWhereThereIsNone(int round, String node, String change, String sentence) {
        assertEquals(
                sentence.replace("RUN", run.run()),
                refusal(() -> run.exhibit(round, node, change)));
    }

    @Test
    void isRefusedOfANodeThatTookNoPart() {
        try (Kept kept = Kept.of(Runs.digits(1).with("nodes.dropped", "[c02]"))) {
            assertEquals(
                    "--node: c02 took no part in round 1; allowed: c01, c03, c04, c05, c06, c07,"
                            + " c08",
                    refusal(() -> kept.exhibit(1, "c02")));
        }
    }

    @Test
    void isRefusedWhereNoModelWasKept() {
        try (Kept kept = Kept.of(Runs.digits(7).with("clients", "60"))) {
            assertEquals(
                    ("--round: %s kept no model of round 2, which round 3 began with: of more than"
                                    + " 50 nodes it keeps every fifth; allowed: 1, 6")
                            .formatted(kept.run()),
                    refusal(() -> kept.exhibit(3, "c02")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gossip", "crosssilo", "async", "widths"})
    void isRefusedWhereNoCoordinatorIsSentUpdatesOfTheWholeModel(String scenario) {
        Scenario other =
                BuiltInScenarios.open(scenario).with(Map.of("rounds", "1", "yardsticks", "never"));
        try (Kept kept = Kept.of(other)) {
            assertTrue(
                    refusal(() -> kept.exhibit(1, "c01"))
                            .contains("no coordinator is sent updates of a whole model in it"));
        }
    }

    private static String refusal(org.junit.jupiter.api.function.Executable lookingUp) {
        return String.valueOf(assertThrows(BadInputException.class, lookingUp).getMessage());
    }
}
