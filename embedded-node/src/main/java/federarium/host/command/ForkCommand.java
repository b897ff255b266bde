package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new run that shares rounds 0 … K with another and then goes another way. */
@Command(
        name = "fork",
        description = "Starts a run that shares rounds 0 … K with another, then differs.")
final class ForkCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RunOptions options;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Option(
            names = "--round",
            paramLabel = "K",
            required = true,
            description = "The last round that both share.")
    private int round;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one setting from round K + 1 on; may be repeated.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(changes);
        if (options.rounds() != null) {
            all.put("rounds", options.rounds());
        }
        if (options.seed() != null) {
            all.put("seed", options.seed());
        }
        try (Outputs outputs = new Outputs(options);
                RunStore store = home.open();
                Engine engine = Engine.on(store, options.threads())) {
            return new Performance(spec, options, outputs)
                    .attend(engine.fork(run, round, all, Drive.UNATTENDED));
        }
    }
}
