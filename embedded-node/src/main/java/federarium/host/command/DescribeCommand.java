package federarium.host.command;

import federarium.data.DataLoader;
import federarium.data.Provenance;
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
        Paragraph.print(out, WhoSeesWhat.of(scenario));
        out.println();
        WhoSeesWhat.messages(scenario).print(out);
        out.println("* who reads the line, were that not encrypted");
        out.println();
        settings(out, scenario);
        return 0;
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
