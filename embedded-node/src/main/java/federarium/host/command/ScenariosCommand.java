package federarium.host.command;

import federarium.scenario.BuiltInScenarios;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the built-in scenarios. */
@Command(name = "scenarios", description = "Lists the built-in scenarios.")
final class ScenariosCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : BuiltInScenarios.names()) {
            out.printf("%-10s %s%n", name, BuiltInScenarios.open(name).title());
        }
        return 0;
    }
}
