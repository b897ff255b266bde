package federarium.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is trained. */
record ModelReader(Keys keys) {

    Scenario.ModelSpec read() {
        String kind = keys.text("model.kind");
        return switch (kind) {
            case "logistic" -> new Scenario.ModelSpec.Dense(List.of(), "relu");
            case "dense" ->
                    new Scenario.ModelSpec.Dense(
                            keys.wholes("model.hidden"),
                            keys.text("model.activation"),
                            keys.texts("model.widths").stream().map(Double::valueOf).toList());
            case "conv" ->
                    new Scenario.ModelSpec.Conv(
                            keys.wholes("model.filters"),
                            keys.whole("model.kernel"),
                            keys.wholes("model.hidden"),
                            keys.text("model.activation"));
            case "dl4j" -> new Scenario.ModelSpec.Dl4j(modelFile());
            default -> throw new IllegalStateException("no model for kind " + kind);
        };
    }

    private String modelFile() {
        String file = keys.given("model.file");
        if (file == null) {
            throw keys.problem("model.kind", "dl4j needs file: beside it", "a saved network");
        }
        if (!Files.isReadable(Path.of(file))) {
            throw keys.problem("model.file", "cannot read " + file, "a network that DL4J saved");
        }
        return file;
    }

    /**
     * Refuses what does not go with models of several widths.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario) {
        if (!(scenario.model() instanceof Scenario.ModelSpec.Dense dense) || dense.isWhole()) {
            return;
        }
        if (dense.hidden().isEmpty()) {
            throw BadInputException.of(
                    "model.widths",
                    "without hidden layers there are no units to leave out; allowed: [1], or"
                            + " model.hidden with units");
        }
        requireOnly(scenario, "aggregation.rule", "fedAvg");
        requireOnly(scenario, "mode", "synchronous");
        requireOnly(scenario, "topology.kind", "star");
        requireOnly(scenario, "compression.kind", "none");
        requireOnly(scenario, "personal.kind", "none");
    }

    private static void requireOnly(Scenario scenario, String key, String value) {
        String given = scenario.value(key);
        if (!given.equals(value)) {
            throw BadInputException.of(
                    key,
                    "%s needs the whole model at every node; allowed: %s, or model.widths [1]"
                            .formatted(given, value));
        }
    }
}
