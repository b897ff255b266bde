package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Workshop;
import federarium.identity.PublicIdentity;
import federarium.identity.WordFingerprint;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.transport.lobby.Guest;
import federarium.transport.lobby.Guest.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
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
        Teller teller = new Teller(err, nodes);
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

    /** Says on standard error who comes and goes. */
    private static final class Teller implements Workshop.Watcher {
        private final PrintWriter err;
        private final int seats;
        private final Map<String, State> known = new HashMap<>();
        private final BlockingQueue<Guest> asking = new LinkedBlockingQueue<>();

        Teller(PrintWriter err, int seats) {
            this.err = err;
            this.seats = seats;
        }

        @Override
        public void changed(List<Guest> guests) {
            long there = guests.stream().filter(each -> each.state() == State.READY).count();
            for (Guest guest : guests) {
                if (known.put(guest.key(), guest.state()) != guest.state()) {
                    err.printf(
                            "%s (%s): %s; %d of %d are here%n",
                            guest.name(),
                            WordFingerprint.of(new PublicIdentity(guest.key())),
                            guest.state().words(),
                            there,
                            seats);
                    if (guest.state() == State.ASKING) {
                        asking.add(guest);
                    }
                }
            }
        }

        @Override
        public void refused(String who, String reason) {
            err.printf("refused: %s: %s%n", who, reason);
        }
    }

    /** Asks about one newcomer after the other; as long as nobody answers, nobody comes in. */
    private record Approval(Workshop workshop, Teller teller, PrintWriter err) {
        void start() {
            Thread.ofPlatform().name("approval").daemon().start(this::work);
        }

        private void work() {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            try {
                while (true) {
                    Guest guest = teller.asking.take();
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
