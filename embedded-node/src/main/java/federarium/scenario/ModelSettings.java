package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.text;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys below {@code model}, and the engine. */
final class ModelSettings {
    private ModelSettings() {}

    static List<Setting> all() {
        return List.of(
                choice(
                        "model.kind",
                        "dense",
                        "What is trained.",
                        "dense",
                        "logistic",
                        "conv",
                        "dl4j"),
                new Setting(
                                "model.hidden",
                                new Kind.Wholes(new Kind.Whole(1, 100_000)),
                                Value.list(List.of("32")),
                                "Units of each hidden layer.",
                                false,
                                null)
                        .withOnly("model.kind", "dense", "conv"),
                new Setting(
                                "model.widths",
                                new Kind.Numbers(List.of("1", "0.5", "0.25", "0.125", "0.0625")),
                                Value.list(List.of("1")),
                                "Shares of each hidden layer's units that nodes train, dealt to"
                                        + " them in turn (HeteroFL).",
                                false,
                                null)
                        .withOnly("model.kind", "dense"),
                choice("model.activation", "relu", "What a hidden unit computes.", "relu", "tanh")
                        .withOnly("model.kind", "dense", "conv"),
                new Setting(
                                "model.filters",
                                new Kind.Wholes(new Kind.Whole(1, 1024)),
                                Value.list(List.of("8", "16")),
                                "Filters of each convolution, each followed by 2×2 pooling.",
                                false,
                                null)
                        .withOnly("model.kind", "conv"),
                whole("model.kernel", "3", 1, 15, "Width of a convolution's window.")
                        .withOnly("model.kind", "conv"),
                text("model.file", null, "A network saved by Deeplearning4j's ModelSerializer.")
                        .withOnly("model.kind", "dl4j"),
                choice(
                        "compute",
                        "auto",
                        "The engine: auto takes the Vector API where it can.",
                        "auto",
                        "vector",
                        "dl4j"));
    }
}
