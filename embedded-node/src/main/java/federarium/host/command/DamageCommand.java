package federarium.host.command;

import federarium.host.Damage;
import federarium.host.Engine;
import federarium.host.Harm;
import federarium.host.Harm.Hostile;
import federarium.host.Harm.Point;
import federarium.persistence.RunStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a run twice, with hostile nodes and without. */
@Command(
        name = "damage",
        description = "Shows the same rounds of a kept run with hostile nodes and without.")
final class DamageCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "The run's id, see: federarium runs")
    private String run;

    @Option(
            names = "--round",
            paramLabel = "K",
            required = true,
            description = "The first round that differs.")
    private int round;

    @Option(
            names = "--node",
            paramLabel = "ID",
            required = true,
            description = "Who is hostile; may be repeated.")
    private List<String> nodes = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "What they do, as attack.kind says: labelFlip, signFlip, freeRider, …")
    private String kind;

    @Option(names = "--rounds", paramLabel = "R", description = "How many rounds; 5 by default.")
    private int rounds = 5;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Another setting of the attack, such as attack.strength=5; or of both branches,"
                            + " such as aggregation.rule=median.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new federarium.scenario.BadInputException(
                    "--rounds: " + rounds + " is too few; allowed: 1 or more");
        }
        Map<String, String> attack = new LinkedHashMap<>(changes);
        attack.put("attack.kind", kind);
        try (RunStore store = home.open();
                Engine engine = Engine.on(store, Runtime.getRuntime().availableProcessors())) {
            Harm harm = new Damage(engine, store, run, round).by(attack, nodes, rounds, _ -> {});
            if (json != null) {
                TargetOptions.write(json, harm);
            }
            print(harm);
        }
        return 0;
    }

    private void print(Harm harm) {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table(0);
        table.add("round", "honest", harm.kind());
        for (Point each : harm.curve()) {
            table.add(
                    String.valueOf(each.round()),
                    ResultTable.percent(each.honest()),
                    ResultTable.percent(each.attacked()));
        }
        table.print(out);
        out.println();
        for (Hostile each : harm.nodes()) {
            out.println(
                    "%s: weight %s on average, refused %d times%s"
                            .formatted(
                                    each.node(),
                                    each.weight() == null
                                            ? "–"
                                            : String.format(Locale.ROOT, "%.4f", each.weight()),
                                    each.refused(),
                                    credits(each)));
        }
        if (harm.obeys() != null) {
            out.println("the model obeys the trigger: " + ResultTable.percent(harm.obeys()));
        }
        out.println(String.format(Locale.ROOT, "accuracy lost: %.1f points", 100 * harm.lost()));
    }

    private static String credits(Hostile each) {
        return each.credits() == null || each.honestly() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %.1f credits, %.1f if it were honest",
                        each.credits(),
                        each.honestly());
    }
}
