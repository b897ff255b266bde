package federarium.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads where the rows come from and how they are dealt. */
record DataReader(Keys keys) {

    Scenario.DataSpec read() {
        String source = keys.given("data.source");
        String file = keys.given("data.file");
        if ((source == null) == (file == null)) {
            throw new BadInputException(
                    keys.document().place(source == null ? "data" : "data.file")
                            + ": give either source: (built-in data) or file: (a CSV file)");
        }
        if (file != null && keys.given("data.label") == null) {
            throw keys.problem("data.file", "needs label: beside it", "the column to predict");
        }
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw keys.problem("data.file", "cannot read " + file, "a readable CSV file");
        }
        return new Scenario.DataSpec(
                source,
                file,
                keys.given("data.label"),
                keys.given("data.client"),
                split(),
                keys.texts("data.features"),
                keys.texts("data.categorical"),
                keys.texts("data.ignore"),
                keys.text("data.missing"),
                keys.text("data.standardize"),
                keys.real("data.testFraction"),
                partition());
    }

    private Scenario.@Nullable Split split() {
        String column = keys.given("data.split.column");
        String testFrom = keys.given("data.split.testFrom");
        String words = keys.given("data.split");
        if (words != null && column == null && testFrom == null) {
            return new Scenario.Split(words, null);
        }
        if (column == null && testFrom == null) {
            return null;
        }
        if (column == null || testFrom == null || words != null) {
            throw keys.problem(
                    column == null ? "data.split.testFrom" : "data.split.column",
                    "is only half of a split",
                    "split: COLUMN, or split: {column: COLUMN, testFrom: NUMBER}");
        }
        return new Scenario.Split(column, Double.valueOf(testFrom));
    }

    private Scenario.Partition partition() {
        String kind = keys.text("data.partition.kind");
        return switch (kind) {
            case "iid" -> new Scenario.Partition.Iid();
            case "size" -> new Scenario.Partition.Size();
            case "dirichlet" -> new Scenario.Partition.Dirichlet(keys.real("data.partition.alpha"));
            case "pathological" ->
                    new Scenario.Partition.Pathological(keys.whole("data.partition.classes"));
            case "shard" ->
                    new Scenario.Partition.Shard(keys.whole("data.partition.shardsPerClient"));
            case "natural" -> new Scenario.Partition.Natural();
            case "feature" ->
                    new Scenario.Partition.Feature(
                            keys.real("data.partition.noise"),
                            keys.real("data.partition.rotation"),
                            keys.real("data.partition.brightness"));
            default -> throw new IllegalStateException("no partition for kind " + kind);
        };
    }
}
