package federarium.host.command;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.WarningGiven;
import federarium.event.RecordedEvent;
import federarium.host.Federation;
import federarium.host.Summary;
import federarium.host.Timing;
import federarium.host.Watcher;
import federarium.projection.FederationState;
import federarium.projection.FederationState.Status;
import java.io.PrintWriter;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a federation to its end in a terminal: progress, result, files, exit code. */
final class Performance {
    private final PrintWriter out;
    private final PrintWriter err;
    private final RunOptions options;
    private final Outputs outputs;

    Performance(CommandSpec spec, RunOptions options, Outputs outputs) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.options = options;
        this.outputs = outputs;
    }

    /** Waits for the end; 0 if the run completed, 1 if it failed. */
    int attend(Federation federation) {
        ProgressBar bar = new ProgressBar(err, options.quiet);
        Timing timing = new Timing();
        Remarks remarks = new Remarks();
        int rounds = federation.scenario().rounds();
        federation.watch(timing);
        federation.watch(outputs);
        federation.watch(
                new Watcher() {
                    @Override
                    public void happened(RecordedEvent event) {
                        if (event.event() instanceof ModelEvaluated e) {
                            String accuracy = "accuracy " + ResultTable.percent(e.accuracy());
                            bar.show(e.round(), rounds, accuracy);
                        } else if (event.event() instanceof WarningGiven warning) {
                            err.println("warning: " + warning.sentence());
                        } else if (!options.quiet) {
                            remarks.on(event.event()).forEach(err::println);
                        }
                    }
                });
        Thread hint = Thread.ofPlatform().unstarted(() -> sayHowToGoOn(federation));
        Runtime.getRuntime().addShutdownHook(hint);
        FederationState state;
        try {
            state = join(federation);
        } finally {
            forget(hint);
            bar.end();
        }
        Summary summary =
                Summary.of(
                        state,
                        state.outcome().status().name(),
                        timing,
                        federation.yardstickTime().toNanos() / 1e9);
        outputs.write(summary);
        if (!options.quiet) {
            new ResultTable(out).print(summary);
        }
        if (state.outcome().status() == Status.FAILED) {
            err.println(federation.run() + ": " + state.outcome().reason());
            return 1;
        }
        return 0;
    }

    private static void forget(Thread hint) {
        try {
            Runtime.getRuntime().removeShutdownHook(hint);
        } catch (IllegalStateException e) {
            // The process is being ended: the hint is on its way.
            return;
        }
    }

    private static FederationState join(Federation federation) {
        try {
            return federation.finished().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void sayHowToGoOn(Federation federation) {
        err.printf("%ninterrupted; it goes on with: federarium resume %s%n", federation.run());
        err.flush();
    }
}
