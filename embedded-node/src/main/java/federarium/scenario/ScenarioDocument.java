package federarium.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that somebody wrote, with where each was written: a YAML text flattened to dotted keys,
 * and {@code --set} on top. Immutable; knows nothing yet of what a value means beyond its {@link
 * Kind}.
 */
public final class ScenarioDocument {
    private final String origin;
    private final Map<String, Entry> entries;

    /** A value, and where it was written: {@code file:line} or {@code --set}. */
    record Entry(Value value, String place) {}

    private ScenarioDocument(String origin, Map<String, Entry> entries) {
        this.origin = origin;
        this.entries = entries;
    }

    /**
     * Reads a YAML text.
     *
     * @param place what to call the text in messages, such as its file name
     * @throws BadInputException naming place, line and key
     */
    public static ScenarioDocument parse(String place, String yaml) {
        return new ScenarioDocument(place, ScenarioYaml.read(place, yaml));
    }

    /** The document that holds these keys, as {@link #values} gave them. */
    public static ScenarioDocument of(String place, Map<String, Value> values) {
        ScenarioDocument document = new ScenarioDocument(place, new LinkedHashMap<>());
        for (Map.Entry<String, Value> each : values.entrySet()) {
            put(document.entries, each.getKey(), each.getValue(), place);
        }
        return document;
    }

    /**
     * This document with one key changed; another kind, rule or mechanism drops the old one's keys,
     * also those that the new one has.
     *
     * @throws BadInputException if there is no such key or it does not take the value
     */
    public ScenarioDocument with(String place, String key, String text) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        Value value = ScenarioYaml.value(text);
        Setting setting = put(changed, key, value, place);
        if (!value.equals(value(setting.key()))) {
            String becomes = value.toString();
            changed.keySet()
                    .removeIf(other -> Settings.require(other).droppedWhere(setting, becomes));
        }
        return new ScenarioDocument(origin, changed);
    }

    /** This document with a value replaced at the place where it was written. */
    ScenarioDocument withValue(String key, Value value) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.computeIfPresent(key, (_, old) -> new Entry(value, old.place()));
        return new ScenarioDocument(origin, changed);
    }

    /** All that was written, in dotted keys. */
    public Map<String, Value> values() {
        Map<String, Value> values = new TreeMap<>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value as written, else the default, else null. */
    public @Nullable Value value(String key) {
        Entry entry = entries.get(key);
        return entry != null ? entry.value() : fallback(Settings.require(key));
    }

    private @Nullable Value fallback(Setting setting) {
        Setting.Fallbacks others = setting.fallbacks();
        return others == null
                ? setting.fallback()
                : others.values()
                        .getOrDefault(String.valueOf(value(others.key())), setting.fallback());
    }

    /**
     * Where the key, or the first one below it, or else the kind that it belongs to, was written,
     * for messages: {@code file:line: key} or {@code --set: key}; where none was, {@code file:
     * key}.
     */
    String place(String key) {
        return origin(key) + ": " + key;
    }

    /** A default belongs to the kind that has it. */
    private String origin(String key) {
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            if (each.getKey().equals(key) || each.getKey().startsWith(key + ".")) {
                return each.getValue().place();
            }
        }
        Setting setting = Settings.find(key);
        return setting != null && setting.only() != null ? origin(setting.only().key()) : origin;
    }

    /** Adds a key if there is such a one, and it takes the value. */
    static Setting put(Map<String, Entry> entries, String key, Value value, String here) {
        Setting setting = Settings.find(key);
        if (setting == null) {
            throw Settings.isGroup(key)
                    ? unknown(here, key, "takes keys of its own", key + ".")
                    : unknown(here, key, "unknown key", key);
        }
        if (!setting.kind().accepts(value)) {
            throw refusal(here, setting.key(), "'" + value + "' does not fit", setting);
        }
        entries.put(setting.key(), new Entry(value, here));
        return setting;
    }

    static BadInputException unknown(String here, String key, String problem, String among) {
        return new BadInputException(
                "%s: %s: %s; known here: %s"
                        .formatted(here, key, problem, Settings.neighbours(among)));
    }

    static BadInputException refusal(
            String here, String key, String problem, @Nullable Setting setting) {
        String remedy = setting == null ? "" : "; allowed: " + setting.kind().allowed();
        return new BadInputException(here + ": " + key + ": " + problem + remedy);
    }
}
