package federarium.scenario;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A scenario in a file of the user's. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Reads it; paths in it are relative to its folder.
     *
     * @throws BadInputException naming file, line and key
     */
    public static Scenario read(Path file) {
        try {
            ScenarioYaml.requireSize(file.toString(), Files.size(file));
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
