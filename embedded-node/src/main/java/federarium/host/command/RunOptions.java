package federarium.host.command;

import federarium.scenario.Scenario;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that trains can be told. */
final class RunOptions {
    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds to run.")
    private @Nullable String rounds;

    @Option(names = "--seed", paramLabel = "S", description = "All that is drawn follows from it.")
    private @Nullable String seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads that train; as many as cores by default. Changes no bit.")
    private @Nullable Integer threads;

    @Option(names = "--events", paramLabel = "FILE", description = "Writes one event a line.")
    @Nullable Path events;

    @Option(names = "--summary", paramLabel = "FILE", description = "Writes the figures as JSON.")
    @Nullable Path summary;

    @Option(names = "--quiet", description = "Prints nothing but errors.")
    boolean quiet;

    Scenario apply(Scenario scenario) {
        Scenario applied = rounds == null ? scenario : scenario.with("--rounds", "rounds", rounds);
        return seed == null ? applied : applied.with("--seed", "seed", seed);
    }

    @Nullable String rounds() {
        return rounds;
    }

    @Nullable String seed() {
        return seed;
    }

    int threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        if (threads != null && threads < 1) {
            throw new federarium.scenario.BadInputException(
                    "--threads: " + threads + " is too few; allowed: 1 or more");
        }
        return threads == null ? cores : threads;
    }
}
