package federarium.host;

import federarium.coordinator.LocalModels;
import federarium.persistence.Checkpoint;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePVector;

/**
 * The models beside the global one in a checkpoint: one after the other in one blob, and in another
 * the examples behind each, as two numbers that float32 holds exactly: 2²⁴ times the first, and the
 * second.
 */
final class KeptLocals {
    private static final String MODELS = "local.models";
    private static final String EXAMPLES = "local.examples";
    private static final int EXACT_BITS = 24;

    private KeptLocals() {}

    static void put(LocalModels locals, Map<String, Weights> named) {
        int count = locals.size();
        if (count == 0) {
            return;
        }
        int size = locals.models().getFirst().size();
        float[] models = new float[Math.multiplyExact(count, size)];
        float[] examples = new float[2 * count];
        for (int holder = 0; holder < count; holder++) {
            locals.models().get(holder).copyTo(0, models, holder * size, size);
            long behind = locals.examples().get(holder);
            examples[2 * holder] = behind >> EXACT_BITS;
            examples[2 * holder + 1] = behind & ((1 << EXACT_BITS) - 1);
        }
        named.put(MODELS, Weights.owning(models));
        named.put(EXAMPLES, Weights.owning(examples));
    }

    static LocalModels of(Checkpoint checkpoint) {
        Weights models = checkpoint.named().get(MODELS);
        Weights examples = checkpoint.named().get(EXAMPLES);
        if (models == null || examples == null) {
            return LocalModels.NONE;
        }
        int count = examples.size() / 2;
        int size = models.size() / count;
        List<Weights> each = new ArrayList<>();
        List<Long> behind = new ArrayList<>();
        for (int holder = 0; holder < count; holder++) {
            float[] model = new float[size];
            models.copyTo(holder * size, model, 0, size);
            each.add(Weights.owning(model));
            long high = (long) examples.get(2 * holder);
            behind.add((high << EXACT_BITS) + (long) examples.get(2 * holder + 1));
        }
        return new LocalModels(TreePVector.from(each), TreePVector.from(behind));
    }
}
