package federarium.host.command;

import federarium.host.RunExport;
import federarium.persistence.RunStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a kept run into a folder: figures, curve, events, settings, model. */
@Command(name = "export", description = "Writes a kept run into a new folder.")
final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "A folder that is empty or does not exist yet.")
    private Path folder;

    @Override
    public Integer call() {
        try (RunStore store = home.open()) {
            RunExport.write(store, run, folder)
                    .forEach(file -> spec.commandLine().getOut().println(file));
        }
        return 0;
    }
}
