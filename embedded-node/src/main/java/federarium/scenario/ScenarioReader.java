package federarium.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the keys of a {@link ScenarioDocument} into a {@link Scenario}, or says why not. */
public final class ScenarioReader {
    private final Keys keys;

    private ScenarioReader(ScenarioDocument document) {
        this.keys = new Keys(document);
    }

    /**
     * Reads a scenario file; paths in it are relative to its folder, and without a name of its own
     * it has the file's.
     *
     * @throws BadInputException naming file, line and key
     */
    public static Scenario read(Path file, String yaml) {
        ScenarioDocument document = ScenarioDocument.parse(file.toString(), yaml);
        if (!document.has("name")) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            document = document.with(file.toString(), "name", name);
        }
        Path folder = file.toAbsolutePath().getParent();
        return read(folder == null ? document : resolved(document, folder));
    }

    /** The document with its relative paths made absolute. */
    static ScenarioDocument resolved(ScenarioDocument document, Path folder) {
        ScenarioDocument resolved = document;
        for (String key : List.of("data.file", "model.file")) {
            Value given = document.values().get(key);
            if (given != null) {
                String path = folder.resolve(given.text()).normalize().toString();
                resolved = resolved.withValue(key, Value.scalar(path));
            }
        }
        return resolved;
    }

    /**
     * Reads a document.
     *
     * @throws BadInputException naming the place and key
     */
    public static Scenario read(ScenarioDocument document) {
        Scenario scenario = new ScenarioReader(document).scenario();
        if (scenario.clients() != null) {
            scenario.requireClients(scenario.clients());
        }
        return scenario;
    }

    private Scenario scenario() {
        checkOnly();
        String name = keys.given("name");
        if (name == null) {
            throw keys.problem("name", "is missing", "a short name");
        }
        Scenario.ModelSpec model = new ModelReader(keys).read();
        String compute = keys.text("compute");
        if (compute.equals("vector") && !(model instanceof Scenario.ModelSpec.Dense)) {
            throw keys.problem(
                    "compute",
                    "the Vector API engine trains dense and logistic models, not " + model.kind(),
                    "auto or dl4j");
        }
        String title = keys.given("title");
        String story = keys.given("story");
        return new Scenario(
                name,
                title == null ? name : title,
                story == null ? "" : story.strip(),
                new DataReader(keys).read(),
                model,
                compute,
                clients(),
                new Scenario.Cohort(
                        keys.real("cohort.fraction"),
                        keys.text("cohort.sampling").equals("poisson")),
                new TrainingReader(keys).read(),
                PersonalSettings.read(keys),
                new ModeReader(keys).read(),
                new TopologyReader(keys).read(),
                new RuleReader(keys).read(),
                CompressionSettings.read(keys),
                ConcealmentSettings.read(keys),
                new PrivacyReader(keys).read(),
                new DeviceReader(keys).devices(),
                new DeviceReader(keys).hindrances(),
                new AttackReader(keys).read(),
                IncentiveSettings.read(keys),
                keys.text("headline"),
                keys.text("yardsticks"),
                keys.whole("rounds"),
                Long.parseLong(keys.text("seed")),
                keys.document());
    }

    /** A key of another kind than the chosen one is a misunderstanding, so it is not ignored. */
    private void checkOnly() {
        for (Map.Entry<String, Value> each : keys.document().values().entrySet()) {
            Setting.Only only = Settings.require(each.getKey()).only();
            if (only != null && !only.values().contains(keys.text(only.key()))) {
                throw keys.problem(
                        each.getKey(),
                        "means nothing while " + only.key() + " is " + keys.text(only.key()),
                        only.key() + " " + String.join(" or ", only.values()));
            }
        }
    }

    private @Nullable Integer clients() {
        String given = keys.given("clients");
        if (given != null) {
            return Integer.valueOf(given);
        }
        boolean natural = keys.text("data.partition.kind").equals("natural");
        return natural ? null : Integer.valueOf(Scenario.DEFAULT_CLIENTS);
    }
}
