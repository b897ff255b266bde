package federarium.host.command;

import federarium.data.DataLoader;
import federarium.data.DataTable;
import federarium.host.Json;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Decimals;
import federarium.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows who holds how much of what. */
@Command(name = "data", description = "Shows how a scenario deals its rows to the nodes.")
final class DataCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScenarioArgument argument;

    @Option(names = "--seed", paramLabel = "S", description = "All that is drawn follows from it.")
    private @Nullable String seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the table as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Scenario read = argument.read();
        Scenario scenario = seed == null ? read : read.with("--seed", "seed", seed);
        RandomStreams streams = new RandomStreams(scenario.seed());
        DataTable table =
                scenario.placing(() ->
                        DataTable.of(
                                DataLoader.load(scenario.data(), scenario.clients(), streams)));
        PrintWriter out = spec.commandLine().getOut();
        print(out, table);
        out.println();
        describe(out, table);
        if (scenario.data().partition() instanceof Scenario.Partition.Feature skew) {
            describe(out, skew, table.nodes());
        }
        if (json != null) {
            try {
                Files.writeString(json, Json.write(table) + "\n");
            } catch (IOException e) {
                throw new BadInputException("--json: cannot write " + json, e);
            }
        }
        return 0;
    }

    private static void print(PrintWriter out, DataTable table) {
        Table lines = new Table(2);
        List<String> header = new ArrayList<>(List.of("node", "name", "train", "test"));
        header.addAll(table.classNames());
        lines.add(header);
        for (DataTable.Row row : table.nodes()) {
            List<String> cells = new ArrayList<>(List.of(row.id(), row.name()));
            cells.add(String.valueOf(row.train()));
            cells.add(String.valueOf(row.test()));
            row.labels().forEach(count -> cells.add(String.valueOf(count)));
            lines.add(cells);
        }
        lines.print(out);
    }

    private static void describe(PrintWriter out, DataTable table) {
        out.println(
                String.format(
                        Locale.ROOT,
                        "Label skew %.3f: the mean total variation distance between a node's label"
                                + " shares%n  and those of all rows; 0 where nodes are alike,"
                                + " near 1 where no two share a label.%n"
                                + "Size imbalance %.2f: the largest node's training rows over the"
                                + " mean; 1 where all have as many.",
                        table.labelSkew(),
                        table.sizeImbalance()));
    }

    private static void describe(
            PrintWriter out, Scenario.Partition.Feature skew, List<DataTable.Row> nodes) {
        out.println(
                "Feature skew, growing evenly from none at %s to noise %s, rotation %s° and"
                                .formatted(
                                        nodes.getFirst().id(),
                                        Decimals.plain(skew.noise()),
                                        Decimals.plain(skew.rotation()))
                        + " brightness %s at %s."
                                .formatted(
                                        Decimals.plain(skew.brightness()), nodes.getLast().id()));
    }
}
