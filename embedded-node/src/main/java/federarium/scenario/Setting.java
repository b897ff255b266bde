package federarium.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One key of a scenario. The reader, {@code --set}, {@code describe}, the JSON schema and the
 * window's knobs all work from these.
 *
 * @param key its dotted name
 * @param kind which values it takes
 * @param fallback its default as it would be written, or null where it has none
 * @param meaning one sentence for people
 * @param live whether a change acts from the next round on; otherwise the run starts over
 * @param only the condition under which the key means anything, or null for always
 * @param fallbacks other defaults under some values of another key, or null where there are none
 */
public record Setting(
        String key,
        Kind kind,
        @Nullable Value fallback,
        String meaning,
        boolean live,
        @Nullable Only only,
        @Nullable Fallbacks fallbacks) {

    /** A setting with the same default everywhere. */
    Setting(
            String key,
            Kind kind,
            @Nullable Value fallback,
            String meaning,
            boolean live,
            @Nullable Only only) {
        this(key, kind, fallback, meaning, live, only, null);
    }

    /**
     * A key that belongs to some values of another key, such as alpha to the kind dirichlet.
     *
     * @param lasts whether its own value outlasts a change between two of these
     */
    public record Only(String key, List<String> values, boolean lasts) {}

    /** Defaults by the values of a key, such as gossip where the topology is a graph of peers. */
    public record Fallbacks(String key, Map<String, Value> values) {}

    /** Whether the key means something only under some values of the other one. */
    boolean belongsTo(Setting other) {
        return only != null && only.key().equals(other.key());
    }

    /** Whether its own value is dropped when the other key becomes a new value. */
    boolean droppedWhere(Setting other, String becomes) {
        return only != null
                && only.key().equals(other.key())
                && !(only.lasts() && only.values().contains(becomes));
    }

    Setting withOnly(String otherKey, String... values) {
        return with(new Only(otherKey, List.of(values), false));
    }

    /** The same for a key whose value stays where it still means something. */
    Setting lastingWith(String otherKey, String... values) {
        return with(new Only(otherKey, List.of(values), true));
    }

    private Setting with(Only condition) {
        return new Setting(key, kind, fallback, meaning, live, condition, fallbacks);
    }

    /** Another default under one value of the key that it belongs to. */
    Setting withFallback(String under, String value) {
        if (only == null) {
            throw new IllegalStateException(key + " belongs to no other key");
        }
        return withFallback(only.key(), value, under);
    }

    /** Another default under some values of another key. */
    Setting withFallback(String otherKey, String value, String... under) {
        Map<String, Value> more = new TreeMap<>(fallbacks == null ? Map.of() : fallbacks.values());
        for (String each : under) {
            more.put(each, Value.scalar(value));
        }
        return new Setting(key, kind, fallback, meaning, live, only, new Fallbacks(otherKey, more));
    }

    Setting whileRunning() {
        return new Setting(key, kind, fallback, meaning, true, only, fallbacks);
    }
}
