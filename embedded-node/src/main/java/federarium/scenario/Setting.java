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
 * @param fallbacks defaults under some values of the key that it belongs to
 */
public record Setting(
        String key,
        Kind kind,
        @Nullable Value fallback,
        String meaning,
        boolean live,
        @Nullable Only only,
        Map<String, Value> fallbacks) {

    /** A setting with the same default everywhere. */
    Setting(
            String key,
            Kind kind,
            @Nullable Value fallback,
            String meaning,
            boolean live,
            @Nullable Only only) {
        this(key, kind, fallback, meaning, live, only, Map.of());
    }

    /**
     * A key that belongs to some values of another key, such as alpha to the kind dirichlet.
     *
     * @param lasts whether its own value outlasts a change between two of these
     */
    public record Only(String key, List<String> values, boolean lasts) {}

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
        Map<String, Value> more = new TreeMap<>(fallbacks);
        more.put(under, Value.scalar(value));
        return new Setting(key, kind, fallback, meaning, live, only, more);
    }

    Setting whileRunning() {
        return new Setting(key, kind, fallback, meaning, true, only, fallbacks);
    }
}
