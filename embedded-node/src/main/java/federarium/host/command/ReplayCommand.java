package federarium.host.command;

import federarium.host.LoggedRun;
import federarium.persistence.RunStore;
import federarium.projection.RoundPoint;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a kept run again from its log; nothing is trained. */
@Command(name = "replay", description = "Shows a kept run again from its log; nothing is trained.")
final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Outputs outputs = new Outputs(options);
                RunStore store = home.open()) {
            LoggedRun logged = LoggedRun.read(store, run, outputs);
            outputs.write(logged.summary());
            if (options.quiet) {
                return 0;
            }
            Table table = new Table(0);
            table.add("round", "accuracy", "loss", "cohort", "up", "down");
            for (RoundPoint point : logged.state().points()) {
                table.add(
                        String.valueOf(point.round()),
                        ResultTable.percent(point.evaluation().accuracy()),
                        String.format(Locale.ROOT, "%.4f", point.evaluation().loss()),
                        String.valueOf(point.round() == 0 ? 0 : point.cohort().size()),
                        ResultTable.bytes(point.bytesUp()),
                        ResultTable.bytes(point.bytesDown()));
            }
            table.print(out);
            out.println();
            new ResultTable(out).print(logged.summary());
        }
        return 0;
    }
}
