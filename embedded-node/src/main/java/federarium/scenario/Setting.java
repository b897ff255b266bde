package federarium.scenario;

import java.util.List;
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
 */
public record Setting(
        String key,
        Kind kind,
        @Nullable Value fallback,
        String meaning,
        boolean live,
        @Nullable Only only) {

    /** A key that belongs to some values of another key, such as alpha to the kind dirichlet. */
    public record Only(String key, List<String> values) {}

    /** Whether the key means something only under some values of the other one. */
    boolean belongsTo(Setting other) {
        return only != null && only.key().equals(other.key());
    }

    Setting withOnly(String otherKey, String... values) {
        return new Setting(key, kind, fallback, meaning, live, new Only(otherKey, List.of(values)));
    }

    Setting whileRunning() {
        return new Setting(key, kind, fallback, meaning, true, only);
    }
}
