package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Workshop;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.transport.lobby.Guest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario whose first nodes come from other machines. */
@Command(
        name = "host",
        description = {
            "Runs a scenario with nodes of other machines in its first seats.",
            "Prints the link by which they join, waits for them, and runs to the end."
        })
final class HostCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScenarioArgument scenario;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many nodes of other machines to wait for; 1 by default.")
    private int nodes;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "7654",
            description = "Where to listen; 0 for any free port. 7654 by default.")
    private int port;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a node may take for an answer; 30 by default.")
    private int deadline;

    @Option(
            names = "--approve",
            description = "Asks before each node is let in; its owner reads five words to you.")
    private boolean approve;

    @Override
    public Integer call() throws Exception {
        Scenario read = options.apply(scenario.read());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Workshop.Plan plan =
                new Workshop.Plan(
                        nodes, port, approve, Duration.ofSeconds(deadline), home.directory());
        DoorTeller teller = new DoorTeller(err);
        try (Outputs outputs = new Outputs(options);
                RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads());
                Workshop workshop = engine.open(read, plan, teller)) {
            out.println(workshop.link().text());
            out.flush();
            if (approve) {
                new Approval(workshop, teller, err).start();
            }
            workshop.complete().join();
            return new Performance(spec, options, outputs)
                    .attend(engine.start(workshop, Drive.UNATTENDED));
        }
    }

    /** Asks about one newcomer after the other; as long as nobody answers, nobody comes in. */
    private record Approval(Workshop workshop, DoorTeller teller, PrintWriter err) {
        void start() {
            Thread.ofPlatform().name("approval").daemon().start(this::work);
        }

        private void work() {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            try {
                while (true) {
                    Guest guest = teller.nextToAsk();
                    err.printf("let %s in? (y/n) ", guest.name());
                    err.flush();
                    String answer = answers.readLine();
                    if (answer == null) {
                        err.println("nobody can be asked: standard input has ended");
                        return;
                    }
                    if (answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                        workshop.approve(guest.key());
                    } else {
                        workshop.remove(guest.key());
                    }
                }
            } catch (IOException | InterruptedException e) {
                err.println("nobody can be asked: " + e.getMessage());
            }
        }
    }
}
