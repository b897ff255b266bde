package federarium.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The keys that somebody wrote, with where each was written: a YAML text flattened to dotted keys,
 * and {@code --set} on top. Immutable; knows nothing yet of what a value means beyond its {@link
 * Kind}.
 */
public final class ScenarioDocument {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String origin;
    private final Map<String, Entry> entries;

    private record Entry(Value value, String place) {}

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
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new BadInputException(
                        place + ":1: not a scenario; it begins with keys such as name: and data:");
            }
            readObject(parser, "", place, entries);
            if (parser.nextToken() != null) {
                throw new BadInputException(at(place, parser) + ": one scenario a file, please");
            }
        } catch (JsonProcessingException e) {
            throw notYaml(place, e);
        } catch (IOException e) {
            throw new BadInputException(place + ": cannot be read: " + e.getMessage(), e);
        }
        return new ScenarioDocument(place, entries);
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
        Value value = parseValue(text);
        Setting setting = put(changed, key, value, place);
        if (!value.equals(value(setting.key()))) {
            changed.keySet().removeIf(other -> Settings.require(other).belongsTo(setting));
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
    @Nullable Value value(String key) {
        Entry entry = entries.get(key);
        return entry != null ? entry.value() : Settings.require(key).fallback();
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

    private static void readObject(
            JsonParser parser, String prefix, String place, Map<String, Entry> entries)
            throws IOException {
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            String here = at(place, parser);
            boolean first = names.add(parser.currentName());
            JsonToken token = parser.nextToken();
            Setting setting = Settings.find(key);
            if (!first || (setting != null && entries.containsKey(setting.key()))) {
                throw new BadInputException(here + ": " + key + ": is given twice");
            }
            switch (token) {
                case START_OBJECT -> readObject(parser, key + ".", place, entries);
                case START_ARRAY ->
                        put(entries, key, Value.list(readList(parser, here, key)), here);
                case VALUE_NULL -> throw refusal(here, key, "has no value", setting);
                default -> put(entries, key, Value.scalar(parser.getText()), here);
            }
        }
    }

    private static List<String> readList(JsonParser parser, String here, String key)
            throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isScalarValue()) {
                throw refusal(here, key, "its elements must be plain values", Settings.find(key));
            }
            items.add(parser.getText());
        }
        return items;
    }

    private static Setting put(Map<String, Entry> entries, String key, Value value, String here) {
        Setting setting = Settings.find(key);
        if (setting == null) {
            boolean group = Settings.isGroup(key);
            throw new BadInputException(
                    "%s: %s: %s; known here: %s"
                            .formatted(
                                    here,
                                    key,
                                    group ? "takes keys of its own" : "unknown key",
                                    Settings.neighbours(group ? key + "." : key)));
        }
        if (!setting.kind().accepts(value)) {
            throw refusal(here, setting.key(), "'" + value + "' does not fit", setting);
        }
        entries.put(setting.key(), new Entry(value, here));
        return setting;
    }

    private static BadInputException refusal(
            String here, String key, String problem, @Nullable Setting setting) {
        String remedy = setting == null ? "" : "; allowed: " + setting.kind().allowed();
        return new BadInputException(here + ": " + key + ": " + problem + remedy);
    }

    /** SnakeYAML knows the line better than Jackson, which tells where the last token was. */
    private static BadInputException notYaml(String place, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String problem = e.getOriginalMessage();
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            line = yaml.getProblemMark().getLine() + 1;
            problem = yaml.getProblem();
        }
        String sentence = problem.lines().findFirst().orElse("unreadable");
        return new BadInputException(place + ":" + line + ": not valid YAML: " + sentence, e);
    }

    private static String at(String place, JsonParser parser) {
        return place + ":" + parser.currentTokenLocation().getLineNr();
    }

    /** The text of {@code --set}, where [a, b] is a list as in YAML. */
    private static Value parseValue(String text) {
        if (!text.startsWith("[")) {
            return Value.scalar(text);
        }
        try (JsonParser parser = YAML.createParser(text)) {
            parser.nextToken();
            Value list = Value.list(readList(parser, "--set", text));
            return parser.nextToken() == null ? list : Value.scalar(text);
        } catch (IOException e) {
            return Value.scalar(text);
        }
    }
}
