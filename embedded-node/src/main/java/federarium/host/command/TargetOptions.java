package federarium.host.command;

import federarium.host.Exhibit;
import federarium.host.Json;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose update of which run is attacked, and where the figures go. */
final class TargetOptions {
    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Option(
            names = "--round",
            paramLabel = "K",
            required = true,
            description = "The round whose update it is.")
    private int round;

    @Option(
            names = "--node",
            paramLabel = "ID",
            required = true,
            description = "Whose update it is.")
    private String node;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Looks at the update as it would have been with a setting of training, privacy,"
                        + " compression, secureAggregation or encryption changed; may be repeated.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
    private @Nullable Path json;

    Exhibit exhibit(RunStore store) {
        return Exhibit.of(store, run, round, node, changes);
    }

    void write(Record figures) {
        if (json != null) {
            write(json, figures);
        }
    }

    static void write(Path file, Record figures) {
        try {
            Files.writeString(file, Json.write(figures) + "\n");
        } catch (IOException e) {
            throw new BadInputException(
                    "--json: cannot write " + file + "; allowed: a file in a folder that exists",
                    e);
        }
    }
}
