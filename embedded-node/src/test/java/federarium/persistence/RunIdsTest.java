package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdsTest {
    private static final Instant AT = Instant.parse("2026-11-23T11:45:01.9Z");

    @Test
    void namesScenarioUtcTimeAndThreeLetters() {
        assertMatches("digits-20261123-114501-[a-z2-7]{3}", "digits");
    }

    @Test
    void isSafeAsAFileNameWhateverTheScenarioIsCalled() {
        assertMatches("klinik-s-d-3-20261123-114501-[a-z2-7]{3}", "../Klinik Süd: 3/");
        assertMatches("run-20261123-114501-[a-z2-7]{3}", "数字");
        assertMatches("x{40}-20261123-114501-[a-z2-7]{3}", "x".repeat(300));
    }

    private static void assertMatches(String pattern, String scenarioName) {
        String id = RunIds.next(scenarioName, AT, new Random(1));
        assertTrue(id.matches(pattern), id);
    }
}
