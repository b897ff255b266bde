package federarium.host.command;

import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs that are kept, newest first, or deletes one. */
@Command(name = "runs", description = "Lists the runs that are kept, newest first.")
final class RunsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Option(
            names = "--delete",
            paramLabel = "RUN",
            description =
                    "Deletes this run for good, with the memory of what it spent on a file of"
                            + " yours.")
    private @Nullable String delete;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (RunStore store = home.open()) {
            if (delete != null) {
                store.delete(delete);
                out.println("deleted " + delete);
                return 0;
            }
            List<RunRecord> runs = store.runs();
            for (RunRecord run : runs) {
                out.printf(
                        "%s  %-11s  round %d of %d  seed %d  %s%s%n",
                        run.id(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.lastRound(),
                        run.rounds(),
                        run.seed(),
                        TIME.format(run.created()),
                        run.parent() == null ? "" : "  forked from " + run.parent());
            }
            if (runs.isEmpty()) {
                spec.commandLine().getErr().println("no runs yet; try: federarium run digits");
            }
        }
        return 0;
    }
}
