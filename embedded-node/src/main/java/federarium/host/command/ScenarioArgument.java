package federarium.host.command;

import federarium.scenario.BadInputException;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario by name or file, with {@code --set} on top. */
final class ScenarioArgument {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "A built-in scenario's name, or a YAML file.")
    private String scenario = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one key of the scenario; may be repeated.")
    private Map<String, String> changes = new LinkedHashMap<>();

    Scenario read() {
        return named(scenario).with(changes);
    }

    private static Scenario named(String name) {
        boolean file = name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
        return file || Files.isRegularFile(Path.of(name))
                ? ofFile(Path.of(name))
                : BuiltInScenarios.open(name);
    }

    private static Scenario ofFile(Path file) {
        try {
            return ScenarioReader.read(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    file
                            + ": no such file; built-in scenarios: "
                            + String.join(", ", BuiltInScenarios.names()),
                    e);
        } catch (MalformedInputException e) {
            throw new BadInputException(file + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
