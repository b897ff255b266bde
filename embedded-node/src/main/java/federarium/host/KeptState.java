package federarium.host;

import federarium.aggregation.Carried;
import federarium.client.Memory;
import federarium.coordinator.CoordinatorCommand;
import federarium.persistence.Checkpoint;
import federarium.update.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run is at the end of a round, as the named blobs of its checkpoint. */
final class KeptState {
    private static final String MODEL = "model";

    /** Before the names of what the rule carries on. */
    private static final String RULE = "rule.";

    /** Before a client's number and the names of what that node keeps. */
    private static final String NODE = "node.";

    private KeptState() {}

    static Checkpoint of(CoordinatorCommand.Checkpoint asked, SortedMap<Integer, Memory> memories) {
        Map<String, Weights> named = new LinkedHashMap<>();
        Weights held = HeldModels.among(memories);
        named.put(MODEL, held == null ? asked.model() : held);
        asked.carried().named().forEach((name, vector) -> named.put(RULE + name, vector));
        KeptLocals.put(asked.locals(), named);
        memories.forEach((client, memory) ->
                memory.named()
                        .forEach((name, vector) -> named.put(NODE + client + "." + name, vector)));
        return new Checkpoint(asked.round(), named);
    }

    static Weights model(Checkpoint checkpoint) {
        return Objects.requireNonNull(checkpoint.named().get(MODEL));
    }

    static Carried carried(Checkpoint checkpoint) {
        return new Carried(below(RULE, checkpoint));
    }

    /** What the nodes keep, by client. */
    static SortedMap<Integer, Memory> memories(Checkpoint checkpoint) {
        TreeMap<Integer, Memory> memories = new TreeMap<>();
        below(NODE, checkpoint)
                .forEach((name, vector) -> {
                    int dot = name.indexOf('.');
                    memories.merge(
                            Integer.valueOf(name.substring(0, dot)),
                            Memory.EMPTY.with(name.substring(dot + 1), vector),
                            (known, _) -> known.with(name.substring(dot + 1), vector));
                });
        return memories;
    }

    private static SortedMap<String, Weights> below(String prefix, Checkpoint checkpoint) {
        TreeMap<String, Weights> named = new TreeMap<>();
        checkpoint
                .named()
                .forEach((name, vector) -> {
                    if (name.startsWith(prefix)) {
                        named.put(name.substring(prefix.length()), vector);
                    }
                });
        return named;
    }
}
