package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Federation;
import federarium.host.Summary;
import federarium.host.Timing;
import federarium.host.command.Variations.Variation;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario with every combination of some values, in one process over the cores. */
@Command(name = "sweep", description = "Runs a scenario with every combination of some values.")
final class SweepCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScenarioArgument argument;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Option(
            names = "--vary",
            paramLabel = "KEY=V1,V2,…",
            required = true,
            description = "Values that a key takes in turn; may be repeated.")
    private List<String> vary;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "Runs each combination with K seeds from the scenario's on.")
    private int seeds = 1;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes a row a run.")
    private @Nullable Path csv;

    @Override
    public Integer call() throws Exception {
        if (seeds < 1) {
            throw new BadInputException("--seeds: " + seeds + " is too few; allowed: 1 or more");
        }
        if (options.events != null || options.summary != null) {
            throw new BadInputException(
                    "sweep: --events and --summary belong to one run; allowed here: --csv FILE");
        }
        Scenario base = options.apply(argument.read());
        boolean asked = base.document().values().containsKey("yardsticks");
        base = asked ? base : base.with("yardsticks", "never");
        List<Variation> variations = Variations.of(base, vary, seeds);
        SweepTable table = new SweepTable(variations.getFirst().values().keySet(), csv);
        try (RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads())) {
            return sweep(engine, variations, table);
        }
    }

    private int sweep(Engine engine, List<Variation> variations, SweepTable table)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!options.quiet) {
            err.println(estimate(variations));
        }
        ProgressBar bar = new ProgressBar(err, options.quiet);
        AtomicInteger done = new AtomicInteger();
        List<Future<Summary>> running = new ArrayList<>();
        try (ExecutorService atATime = Executors.newFixedThreadPool(options.threads())) {
            for (Variation variation : variations) {
                running.add(
                        atATime.submit(() -> {
                            Summary summary = run(engine, variation.scenario());
                            bar.show(done.incrementAndGet(), variations.size(), "runs");
                            return summary;
                        }));
            }
        }
        bar.end();
        boolean failed = false;
        for (int i = 0; i < variations.size(); i++) {
            Summary summary = result(running.get(i));
            failed |= summary.status().equals("failed");
            table.add(variations.get(i), summary);
        }
        table.write();
        if (!options.quiet) {
            table.print(spec.commandLine().getOut());
        }
        return failed ? 1 : 0;
    }

    private static Summary run(Engine engine, Scenario scenario) {
        Timing timing = new Timing();
        Federation federation = engine.start(scenario, Drive.UNATTENDED);
        federation.watch(timing);
        FederationState state = federation.finished().join();
        return Summary.of(state, state.outcome().status().name(), timing, null);
    }

    private static Summary result(Future<Summary> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Times two rounds of the first run, in memory, and multiplies. */
    private String estimate(List<Variation> variations) {
        Scenario first = variations.getFirst().scenario();
        Scenario sample = first.with("rounds", "2").with("yardsticks", "never");
        try (RunStore memory = RunStore.inMemory();
                Engine engine = Engine.on(memory, options.threads())) {
            run(engine, sample);
            long start = System.nanoTime();
            run(engine, sample);
            double perRound = (System.nanoTime() - start) / 1e9 / 2;
            long rounds = variations.stream().mapToLong(v -> v.scenario().rounds()).sum();
            return String.format(
                    Locale.ROOT,
                    "%d runs of %d rounds in all, about %.0f s",
                    variations.size(),
                    rounds,
                    StrictMath.ceil(perRound * rounds));
        }
    }
}
