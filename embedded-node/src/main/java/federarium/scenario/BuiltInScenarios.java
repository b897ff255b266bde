package federarium.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that ship with Federarium: {@code scenarios/NAME.yaml} on the class path. */
public final class BuiltInScenarios {
    /** A jar cannot be listed like a folder, so this file says what is in it. */
    private static final String INDEX = "scenarios/index.txt";

    private BuiltInScenarios() {}

    /** All names, the default scenario first. */
    public static List<String> names() {
        return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The scenario of that name.
     *
     * @throws BadInputException if there is none, with the names that there are
     */
    public static Scenario open(String name) {
        if (!names().contains(name)) {
            throw new BadInputException(
                    "there is no scenario '%s'; allowed: %s, or a YAML file"
                            .formatted(name, String.join(", ", names())));
        }
        String file = "scenarios/" + name + ".yaml";
        return ScenarioReader.read(ScenarioDocument.parse(file, text(file)));
    }

    private static String text(String resource) {
        try (InputStream in = BuiltInScenarios.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read from this program", e);
        }
    }
}
