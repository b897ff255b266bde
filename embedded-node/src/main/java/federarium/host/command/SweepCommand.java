package federarium.host.command;

import federarium.host.Engine;
import federarium.host.command.Batch.Ran;
import federarium.host.command.Variations.Variation;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        List<Variation> variations = Variations.of(base(), changes(), vary, seeds);
        SweepTable table = new SweepTable(variations.getFirst().values().keySet(), csv);
        try (RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads())) {
            return sweep(engine, variations, table);
        }
    }

    /** The scenario with its options, and without yardsticks unless it asks for them. */
    private Scenario base() {
        Scenario named = options.apply(argument.named());
        boolean asked = named.document().values().containsKey("yardsticks");
        return asked ? named : named.with("yardsticks", "never");
    }

    /** What {@code --set} changes, less what an option of its own says. */
    private Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>(argument.changes());
        if (options.rounds() != null) {
            changes.remove("rounds");
        }
        if (options.seed() != null) {
            changes.remove("seed");
        }
        return changes;
    }

    private int sweep(Engine engine, List<Variation> variations, SweepTable table)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        List<Scenario> scenarios = variations.stream().map(Variation::scenario).toList();
        int atATime = Batch.atATime(scenarios, options.threads());
        if (!options.quiet) {
            if (Batch.addingUp(scenarios)) {
                err.println(
                        "on the same rows: one run at a time, and each begins with the ε that"
                                + " those before it have spent");
            }
            err.println(Estimate.of(scenarios, options.threads(), atATime));
        }
        ProgressBar bar = new ProgressBar(err, options.quiet);
        AtomicInteger done = new AtomicInteger();
        List<Ran> ran =
                new Batch(engine, atATime)
                        .run(
                                scenarios,
                                () -> bar.show(done.incrementAndGet(), scenarios.size(), "runs"));
        bar.end();
        for (int i = 0; i < ran.size(); i++) {
            table.add(variations.get(i), ran.get(i).summary());
        }
        table.write();
        if (!options.quiet) {
            table.print(spec.commandLine().getOut());
        }
        return stopped(ran, err) ? 1 : 0;
    }

    /** Says which runs stopped before their last round, and why. */
    private static boolean stopped(List<Ran> ran, PrintWriter err) {
        boolean any = false;
        for (Ran each : ran) {
            if (each.summary().status().equals("failed")) {
                err.println(each.summary().run() + ": " + each.reason());
                any = true;
            }
        }
        return any;
    }
}
