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
                            keys.wholes("model.hidden"), keys.text("model.activation"));
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
}
