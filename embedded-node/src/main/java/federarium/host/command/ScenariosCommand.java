package federarium.host.command;

import federarium.scenario.BuiltInScenarios;
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
        Table table = new Table(2);
        for (String name : BuiltInScenarios.names()) {
            table.add(name, BuiltInScenarios.open(name).title());
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }
}
