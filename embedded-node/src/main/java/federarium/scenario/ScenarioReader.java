package federarium.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the keys of a {@link ScenarioDocument} into a {@link Scenario}, or says why not. */
public final class ScenarioReader {
    private final ScenarioDocument document;

    private ScenarioReader(ScenarioDocument document) {
        this.document = document;
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
        String name = given("name");
        if (name == null) {
            throw problem("name", "is missing", "a short name");
        }
        Scenario.ModelSpec model = model();
        String compute = text("compute");
        if (compute.equals("vector") && !(model instanceof Scenario.ModelSpec.Dense)) {
            throw problem(
                    "compute",
                    "the Vector API engine trains dense and logistic models, not " + model.kind(),
                    "auto or dl4j");
        }
        String title = given("title");
        String story = given("story");
        return new Scenario(
                name,
                title == null ? name : title,
                story == null ? "" : story.strip(),
                data(),
                model,
                compute,
                clients(),
                new Scenario.Cohort(
                        real("cohort.fraction"), text("cohort.sampling").equals("poisson")),
                training(),
                new RuleReader(document).read(),
                text("headline"),
                text("yardsticks"),
                whole("rounds"),
                Long.parseLong(text("seed")),
                document);
    }

    /** A key of another kind than the chosen one is a misunderstanding, so it is not ignored. */
    private void checkOnly() {
        for (Map.Entry<String, Value> each : document.values().entrySet()) {
            Setting.Only only = Settings.require(each.getKey()).only();
            if (only != null && !only.values().contains(text(only.key()))) {
                throw problem(
                        each.getKey(),
                        "means nothing while " + only.key() + " is " + text(only.key()),
                        only.key() + " " + String.join(" or ", only.values()));
            }
        }
    }

    private Scenario.DataSpec data() {
        String source = given("data.source");
        String file = given("data.file");
        if ((source == null) == (file == null)) {
            throw new BadInputException(
                    document.place(source == null ? "data" : "data.file")
                            + ": give either source: (built-in data) or file: (a CSV file)");
        }
        if (file != null && given("data.label") == null) {
            throw problem("data.file", "needs label: beside it", "the column to predict");
        }
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw problem("data.file", "cannot read " + file, "a readable CSV file");
        }
        return new Scenario.DataSpec(
                source,
                file,
                given("data.label"),
                given("data.client"),
                split(),
                texts("data.features"),
                texts("data.categorical"),
                texts("data.ignore"),
                text("data.missing"),
                text("data.standardize"),
                real("data.testFraction"),
                partition());
    }

    private Scenario.@Nullable Split split() {
        String column = given("data.split.column");
        String testFrom = given("data.split.testFrom");
        String words = given("data.split");
        if (words != null && column == null && testFrom == null) {
            return new Scenario.Split(words, null);
        }
        if (column == null && testFrom == null) {
            return null;
        }
        if (column == null || testFrom == null || words != null) {
            throw problem(
                    column == null ? "data.split.testFrom" : "data.split.column",
                    "is only half of a split",
                    "split: COLUMN, or split: {column: COLUMN, testFrom: NUMBER}");
        }
        return new Scenario.Split(column, Double.valueOf(testFrom));
    }

    private Scenario.Partition partition() {
        String kind = text("data.partition.kind");
        return switch (kind) {
            case "iid" -> new Scenario.Partition.Iid();
            case "size" -> new Scenario.Partition.Size();
            case "dirichlet" -> new Scenario.Partition.Dirichlet(real("data.partition.alpha"));
            case "pathological" ->
                    new Scenario.Partition.Pathological(whole("data.partition.classes"));
            case "shard" -> new Scenario.Partition.Shard(whole("data.partition.shardsPerClient"));
            case "natural" -> new Scenario.Partition.Natural();
            case "feature" ->
                    new Scenario.Partition.Feature(
                            real("data.partition.noise"),
                            real("data.partition.rotation"),
                            real("data.partition.brightness"));
            default -> throw new IllegalStateException("no partition for kind " + kind);
        };
    }

    private Scenario.ModelSpec model() {
        String kind = text("model.kind");
        return switch (kind) {
            case "logistic" -> new Scenario.ModelSpec.Dense(List.of(), "relu");
            case "dense" ->
                    new Scenario.ModelSpec.Dense(wholes("model.hidden"), text("model.activation"));
            case "conv" ->
                    new Scenario.ModelSpec.Conv(
                            wholes("model.filters"),
                            whole("model.kernel"),
                            wholes("model.hidden"),
                            text("model.activation"));
            case "dl4j" -> new Scenario.ModelSpec.Dl4j(modelFile());
            default -> throw new IllegalStateException("no model for kind " + kind);
        };
    }

    private String modelFile() {
        String file = given("model.file");
        if (file == null) {
            throw problem("model.kind", "dl4j needs file: beside it", "a saved network");
        }
        if (!Files.isReadable(Path.of(file))) {
            throw problem("model.file", "cannot read " + file, "a network that DL4J saved");
        }
        return file;
    }

    private Scenario.Training training() {
        double rate = real("training.learningRate");
        return text("aggregation.rule").equals("fedSgd")
                ? new Scenario.Training(rate, 1, Scenario.Training.ALL_ROWS)
                : new Scenario.Training(
                        rate, whole("training.localEpochs"), whole("training.batchSize"));
    }

    private @Nullable Integer clients() {
        String given = given("clients");
        if (given != null) {
            return Integer.valueOf(given);
        }
        boolean natural = text("data.partition.kind").equals("natural");
        return natural ? null : Integer.valueOf(Scenario.DEFAULT_CLIENTS);
    }

    private @Nullable String given(String key) {
        Value value = document.value(key);
        return value == null ? null : value.text();
    }

    private String text(String key) {
        String text = given(key);
        if (text == null) {
            throw new IllegalStateException(key + " has no default");
        }
        return text;
    }

    private double real(String key) {
        return Double.parseDouble(text(key));
    }

    private int whole(String key) {
        return Integer.parseInt(text(key));
    }

    private List<String> texts(String key) {
        Value value = document.value(key);
        return value == null ? List.of() : value.items();
    }

    private List<Integer> wholes(String key) {
        return texts(key).stream().map(Integer::valueOf).toList();
    }

    private BadInputException problem(String key, String what, String allowed) {
        return new BadInputException(document.place(key) + ": " + what + "; allowed: " + allowed);
    }
}
