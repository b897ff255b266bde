package federarium.host;

import federarium.client.Ditto;
import federarium.client.FedPer;
import federarium.client.Memory;
import federarium.update.Weights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models that nodes use themselves.
 *
 * @param fedPer where models are cut; null where nodes train their own beside the global one
 */
record OwnModels(NodeMemories memories, @Nullable FedPer fedPer) {

    /** As it is written in a scenario. */
    String kind() {
        return fedPer == null ? "ditto" : "fedPer";
    }

    /** Whether the global model can be used without them. */
    boolean besideGlobal() {
        return fedPer == null;
    }

    /** As they are now, whatever is trained from here on. */
    Now now(Weights global) {
        return new Now(global, memories.all(), fedPer);
    }

    /** The models of a moment. */
    record Now(Weights global, Map<Integer, Memory> memories, @Nullable FedPer fedPer) {
        Weights of(int client) {
            Memory memory = memories.getOrDefault(client, Memory.EMPTY);
            return fedPer == null ? Ditto.model(global, memory) : fedPer.whole(global, memory);
        }
    }
}
