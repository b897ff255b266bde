package federarium.aggregation;

import federarium.update.Weights;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule carries on from one round to the next, such as a server's momentum: vectors by name,
 * immutable. A checkpoint holds them beside the model.
 */
public record Carried(SortedMap<String, Weights> named) {
    /** Before a rule's first round, and always for a rule that remembers nothing. */
    public static final Carried NONE = new Carried(new TreeMap<>());

    public Carried {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    static Carried of(String name, float[] vector) {
        return new Carried(new TreeMap<>(Map.of(name, Weights.owning(vector))));
    }

    Carried with(String name, float[] vector) {
        TreeMap<String, Weights> more = new TreeMap<>(named);
        more.put(name, Weights.owning(vector));
        return new Carried(more);
    }

    /** The vector of that name, or null before the rule's first round. */
    @Nullable Weights get(String name) {
        return named.get(name);
    }
}
