package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a scenario to its end. */
@Command(name = "run", description = "Runs a scenario to its end.")
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScenarioArgument scenario;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Override
    public Integer call() throws Exception {
        Scenario read = options.apply(scenario.read());
        try (Outputs outputs = new Outputs(options);
                RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads())) {
            return new Performance(spec, options, outputs)
                    .attend(engine.start(read, Drive.UNATTENDED));
        }
    }
}
