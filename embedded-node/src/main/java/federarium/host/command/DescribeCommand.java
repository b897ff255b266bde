package federarium.host.command;

import federarium.data.DataLoader;
import federarium.data.Provenance;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Setting;
import federarium.scenario.Settings;
import federarium.scenario.Value;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says in words what a scenario does, and every setting with its value. */
@Command(name = "describe", description = "Says what a scenario does, and all its settings.")
final class DescribeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScenarioArgument argument;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Scenario scenario = argument.read();
        out.println(scenario.title());
        out.println();
        Paragraph.print(out, scenario.story());
        out.println();
        Provenance provenance = scenario.placing(() -> DataLoader.provenance(scenario.data()));
        Paragraph.print(
                out,
                "Data: %s%s. %s Licence: %s."
                        .formatted(
                                provenance.title(),
                                provenance.synthetic() ? " (synthetic)" : "",
                                provenance.source(),
                                provenance.licence()));
        out.println();
        Paragraph.print(out, whoSeesWhat(scenario));
        out.println();
        settings(out, scenario);
        return 0;
    }

    private static String whoSeesWhat(Scenario scenario) {
        String general =
                "Who sees what: the rows stay with their node. Every round the coordinator sees"
                    + " each node's update as it was sent, its training loss and its number of"
                    + " examples; the nodes see the global model. Nothing is noised, masked or"
                    + " encrypted, so the coordinator could try to rebuild rows from an update.";
        return general
                + (scenario.personal() instanceof PersonalSpec.FedPer
                        ? " Under FedPer the last layers never leave their node."
                        : "")
                + switch (scenario.aggregation().rule()) {
                    case Rule.FlTrust _ ->
                            " FLTrust needs rows at the coordinator: it holds a copy of 100 of the"
                                    + " nodes' training rows.";
                    case Rule.QFedAvg _ ->
                            " Under q-FedAvg it also sees the global model's loss on each node's"
                                    + " rows.";
                    case Rule.Scaffold _ ->
                            " Under SCAFFOLD it also sees each node's control variate.";
                    default -> "";
                };
    }

    private static void settings(PrintWriter out, Scenario scenario) {
        Table table = new Table(3);
        for (Setting setting : Settings.all()) {
            boolean describing = !setting.key().contains(".") && setting.fallback() == null;
            Value value = scenario.document().value(setting.key());
            if (value == null || describing || !applies(setting, scenario)) {
                continue;
            }
            table.add(setting.key(), value + (setting.live() ? " *" : ""), setting.meaning());
        }
        table.print(out);
        out.println();
        out.println("* can be changed while a run is going");
    }

    private static boolean applies(Setting setting, Scenario scenario) {
        Setting.Only only = setting.only();
        return only == null || only.values().contains(scenario.value(only.key()));
    }
}
