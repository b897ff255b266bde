package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.real;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.text;
import static federarium.scenario.Settings.texts;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys below {@code data}. */
final class DataSettings {
    private DataSettings() {}

    static List<Setting> all() {
        return List.of(
                text("data.source", null, "A built-in data set."),
                text("data.file", null, "A CSV file with a header, beside the scenario's file."),
                text("data.label", null, "The CSV column to predict."),
                text("data.client", null, "The CSV column that says whose row it is."),
                text("data.split", null, "A CSV column that holds train or test."),
                text(
                        "data.split.column",
                        null,
                        "A numeric CSV column that divides train from test."),
                real("data.split.testFrom", null, "Rows at or above this value are the test rows."),
                texts("data.features", "The CSV columns to learn from; all others by default."),
                texts("data.categorical", "CSV columns whose values become one indicator each."),
                texts("data.ignore", "CSV columns to leave out."),
                choice("data.missing", "drop", "What becomes of rows with gaps.", "drop", "mean"),
                choice(
                        "data.standardize",
                        "global",
                        "Which training rows give mean and deviation.",
                        "none",
                        "global",
                        "perClient"),
                setting(
                        "data.testFraction",
                        new Kind.Real(0, false, 0.9),
                        "0.2",
                        "Share of rows held out where the source has no test rows of its own."),
                choice(
                        "data.partition.kind",
                        "iid",
                        "How rows are dealt to the nodes.",
                        "iid",
                        "size",
                        "dirichlet",
                        "pathological",
                        "shard",
                        "natural",
                        "feature"),
                setting(
                                "data.partition.alpha",
                                new Kind.Real(0, false, 1e6),
                                "0.5",
                                "Dirichlet concentration: small is skewed, large is even.")
                        .withOnly("data.partition.kind", "dirichlet"),
                whole("data.partition.classes", "2", 1, 10_000, "Labels each node holds.")
                        .withOnly("data.partition.kind", "pathological"),
                whole("data.partition.shardsPerClient", "2", 1, 10_000, "Label shards a node gets.")
                        .withOnly("data.partition.kind", "shard"),
                setting(
                                "data.partition.noise",
                                new Kind.Real(0, true, 100),
                                "0.5",
                                "Deviation of the noise on the last node's rows.")
                        .withOnly("data.partition.kind", "feature"),
                setting(
                                "data.partition.rotation",
                                new Kind.Real(-180, true, 180),
                                "0",
                                "Degrees by which the last node's pictures are turned.")
                        .withOnly("data.partition.kind", "feature"),
                setting(
                                "data.partition.brightness",
                                new Kind.Real(-1, true, 1),
                                "0",
                                "What is added to every pixel of the last node's pictures.")
                        .withOnly("data.partition.kind", "feature"));
    }
}
