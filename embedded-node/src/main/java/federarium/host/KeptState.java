package federarium.host;

import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand;
import federarium.persistence.Checkpoint;
import federarium.update.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a run is at the end of a round, as the named blobs of its checkpoint. */
final class KeptState {
    private static final String MODEL = "model";

    /** Before the names of what the rule carries on. */
    private static final String RULE = "rule.";

    private KeptState() {}

    static Checkpoint of(CoordinatorCommand.Checkpoint asked) {
        Map<String, Weights> named = new LinkedHashMap<>();
        named.put(MODEL, asked.model());
        asked.carried().named().forEach((name, vector) -> named.put(RULE + name, vector));
        KeptLocals.put(asked.locals(), named);
        return new Checkpoint(asked.round(), named);
    }

    static Weights model(Checkpoint checkpoint) {
        return Objects.requireNonNull(checkpoint.named().get(MODEL));
    }

    static Carried carried(Checkpoint checkpoint) {
        TreeMap<String, Weights> named = new TreeMap<>();
        checkpoint
                .named()
                .forEach((name, vector) -> {
                    if (name.startsWith(RULE)) {
                        named.put(name.substring(RULE.length()), vector);
                    }
                });
        return new Carried(named);
    }
}
