package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInScenariosTest {

    static List<String> names() {
        return BuiltInScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneOpensUnderItsNameWithATitleAndAStory(String name) {
        Scenario scenario = BuiltInScenarios.open(name);

        assertEquals(name, scenario.name());
        assertNotEquals(name, scenario.title());
        assertFalse(scenario.story().isBlank());
        assertFalse(scenario.story().contains("\n"), "a story is one paragraph");
    }

    @Test
    void theIndexListsEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "scenarios"))) {
            List<String> scenarios =
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml"))
                            .map(file -> file.replace(".yaml", ""))
                            .sorted()
                            .toList();
            assertEquals(scenarios, names().stream().sorted().toList());
        }
    }

    @Test
    void digitsIsTheDefault() {
        assertEquals("digits", names().getFirst());
    }

    @Test
    void anUnknownNameIsAnsweredWithAllThatThereAre() {
        BadInputException refusal =
                assertThrows(BadInputException.class, () -> BuiltInScenarios.open("cats"));

        assertEquals(
                "there is no scenario 'cats'; allowed: "
                        + String.join(", ", names())
                        + ", or a YAML file",
                refusal.getMessage());
    }
}
