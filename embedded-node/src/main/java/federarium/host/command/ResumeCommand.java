package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Workshop;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with an interrupted run. */
@Command(
        name = "resume",
        description =
                "Goes on with an interrupted run, and ends with the same bits; noise on a file of"
                        + " yours is drawn afresh. If nodes of other machines were in it, it waits"
                        + " until they are back.")
final class ResumeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Option(
            names = "--alone",
            description = "Goes on with simulated nodes in the seats of other machines.")
    private boolean alone;

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
            Performance performance = new Performance(spec, options, outputs);
            PrintWriter err = spec.commandLine().getErr();
            Optional<Workshop> door =
                    alone
                            ? Optional.empty()
                            : engine.reopen(run, home.directory(), new DoorTeller(err));
            return door.isEmpty()
                    ? performance.attend(engine.resume(run, Drive.UNATTENDED))
                    : resume(engine, door.get(), performance, err);
        }
    }

    private Integer resume(
            Engine engine, Workshop workshop, Performance performance, PrintWriter err)
            throws Exception {
        try (workshop) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(workshop.link().text());
            out.flush();
            err.printf("waiting for %d nodes to come back%n", workshop.seats());
            workshop.complete().join();
            return performance.attend(engine.resume(workshop, Drive.UNATTENDED));
        }
    }
}
