package federarium.client;

import federarium.update.Weights;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a node keeps for itself from one round to the next, and never sends: vectors by name, such
 * as what compression held back. Immutable. A checkpoint holds it beside the model.
 */
public record Memory(SortedMap<String, Weights> named) {
    /** Before a node's first round, and always where nothing is to be kept. */
    public static final Memory EMPTY = new Memory(new TreeMap<>());

    public Memory {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** The vector of that name, or null where none was kept. */
    public @Nullable Weights get(String name) {
        return named.get(name);
    }

    public Memory with(String name, Weights vector) {
        TreeMap<String, Weights> more = new TreeMap<>(named);
        more.put(name, vector);
        return new Memory(more);
    }

    public Memory without(String name) {
        TreeMap<String, Weights> fewer = new TreeMap<>(named);
        fewer.remove(name);
        return new Memory(fewer);
    }
}
