package federarium.host;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.client.Memory;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.SumRule;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.summing.SumEncoding;
import federarium.update.Weights;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The global model where the coordinator has none: every node has it, with what the rule carries
 * on, in its own memory.
 */
record HeldModels(NodeMemories memories) {
    private static final String MODEL = "global";

    /** Before the name of a rule, a dot, and the names of what it carries on. */
    private static final String RULE = "rule.";

    /**
     * A request to train the model that the node holds; before the first sum, the one it is sent.
     */
    Train own(Train request) {
        Weights held = memories.of(request.client()).get(MODEL);
        return held == null ? request : request.from(held);
    }

    /** Moves a node's model by a sum, and gives its hash. */
    String move(int client, Weights initial, SumRule rule, SumEncoding encoding, RingVector sum) {
        Memory before = memories.of(client);
        Weights model = before.get(MODEL);
        String prefix = RULE + rule.scenario().aggregation().rule().name() + ".";
        Aggregate moved =
                rule.moved(
                        model == null ? initial : model,
                        new Carried(below(prefix, before)),
                        encoding,
                        sum);
        TreeMap<String, Weights> named = new TreeMap<>(before.named());
        named.keySet().removeIf(name -> name.startsWith(RULE));
        moved.carried().named().forEach((name, vector) -> named.put(prefix + name, vector));
        named.put(MODEL, moved.model());
        memories.replace(client, new Memory(named));
        return moved.model().sha256();
    }

    private static SortedMap<String, Weights> below(String prefix, Memory memory) {
        TreeMap<String, Weights> named = new TreeMap<>();
        memory.named()
                .forEach((name, vector) -> {
                    if (name.startsWith(prefix)) {
                        named.put(name.substring(prefix.length()), vector);
                    }
                });
        return named;
    }

    /** The model that the nodes hold, or null where they hold none. */
    static @Nullable Weights among(SortedMap<Integer, Memory> memories) {
        return memories.values().stream()
                .map(memory -> memory.get(MODEL))
                .filter(model -> model != null)
                .findFirst()
                .orElse(null);
    }
}
