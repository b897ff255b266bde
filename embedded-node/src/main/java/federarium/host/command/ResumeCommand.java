package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with an interrupted run. */
@Command(
        name = "resume",
        description =
                "Goes on with an interrupted run, and ends with the same bits; noise on a file of"
                        + " yours is drawn afresh.")
final class ResumeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Override
    public Integer call() throws Exception {
        if (options.rounds() != null || options.seed() != null) {
            throw new BadInputException(
                    "resume: ends as the run was started; for another end: federarium fork "
                            + run
                            + " --round K --set rounds=N");
        }
        try (Outputs outputs = new Outputs(options);
                RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads())) {
            return new Performance(spec, options, outputs)
                    .attend(engine.resume(run, Drive.UNATTENDED));
        }
    }
}
