package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Scenarios written out in a test, as the file s.yaml. */
final class Yaml {
    private Yaml() {}

    static Scenario read(String... lines) {
        return ScenarioReader.read(ScenarioDocument.parse("s.yaml", String.join("\n", lines)));
    }

    /** A complete scenario on two lines, and these from line 3 on. */
    static Scenario digits(String... lines) {
        return read("name: s\ndata: {source: digits}\n" + String.join("\n", lines));
    }

    /** What {@link #digits} says to lines it cannot take: always one line. */
    static String refusal(String... lines) {
        return refusalOf(() -> digits(lines));
    }

    static String refusalOf(Executable refused) {
        String message =
                String.valueOf(assertThrows(BadInputException.class, refused).getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
