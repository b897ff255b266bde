package federarium.host.command;

import federarium.persistence.RunStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Where runs are kept; otherwise FEDERARIUM_HOME, otherwise ~/.federarium.")
    private @Nullable Path home;

    Path directory() {
        if (home != null) {
            return home;
        }
        String named = System.getenv("FEDERARIUM_HOME");
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".federarium");
    }

    RunStore open() {
        return RunStore.open(directory());
    }
}
