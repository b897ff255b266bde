package federarium.host.command;

import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioFile;
import java.nio.file.Files;
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
        return named().with(changes);
    }

    /** What {@code --set} changes. */
    Map<String, String> changes() {
        return changes;
    }

    /** The scenario without them. */
    Scenario named() {
        return named(scenario);
    }

    private static Scenario named(String name) {
        boolean file = name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
        return file || Files.isRegularFile(Path.of(name))
                ? ScenarioFile.read(Path.of(name))
                : BuiltInScenarios.open(name);
    }
}
