package federarium.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import federarium.scenario.ScenarioDocument.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** YAML flattened to dotted keys, every value as it was written and with its line. */
final class ScenarioYaml {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int MOST_CHARACTERS = 1_000_000;

    private ScenarioYaml() {}

    /**
     * Reads a text.
     *
     * @param place what to call it in messages
     * @throws BadInputException naming place, line and key
     */
    static Map<String, Entry> read(String place, String yaml) {
        requireSize(place, yaml.length());
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (YAMLParser parser = YAML.createParser(yaml)) {
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
        return entries;
    }

    /** The text of {@code --set}, where [a, b] is a list as in YAML. */
    static Value value(String text) {
        if (!text.startsWith("[")) {
            return Value.scalar(text);
        }
        try (YAMLParser parser = YAML.createParser(text)) {
            parser.nextToken();
            Value list = Value.list(readList(parser, "--set", text));
            return parser.nextToken() == null ? list : Value.scalar(text);
        } catch (IOException e) {
            return Value.scalar(text);
        }
    }

    /**
     * Refuses what is too long to have been written by hand.
     *
     * @param length of a text, in bytes or characters
     */
    static void requireSize(String place, long length) {
        if (length > MOST_CHARACTERS) {
            throw new BadInputException(
                    "%s: is too long for a scenario; allowed: up to %d characters"
                            .formatted(place, MOST_CHARACTERS));
        }
    }

    private static void readObject(
            YAMLParser parser, String prefix, String place, Map<String, Entry> entries)
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
            requireNoAlias(parser, here, key);
            switch (token) {
                case START_OBJECT -> {
                    requireGroup(here, key, setting);
                    readObject(parser, key + ".", place, entries);
                }
                case START_ARRAY ->
                        ScenarioDocument.put(
                                entries, key, Value.list(readList(parser, here, key)), here);
                case VALUE_NULL ->
                        throw ScenarioDocument.refusal(here, key, "has no value", setting);
                default -> ScenarioDocument.put(entries, key, Value.scalar(parser.getText()), here);
            }
        }
    }

    private static List<String> readList(YAMLParser parser, String here, String key)
            throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireNoAlias(parser, here, key);
            if (!parser.currentToken().isScalarValue()) {
                throw ScenarioDocument.refusal(
                        here, key, "its elements must be plain values", Settings.find(key));
            }
            items.add(parser.getText());
        }
        return items;
    }

    private static void requireGroup(String here, String key, @Nullable Setting setting) {
        if (!Settings.isGroup(key)) {
            throw setting == null
                    ? ScenarioDocument.unknown(here, key, "unknown key", key)
                    : ScenarioDocument.refusal(here, key, "takes no keys of its own", setting);
        }
    }

    /** A reader of the file, and {@code --set}, should see the value where its key is. */
    private static void requireNoAlias(YAMLParser parser, String here, String key) {
        if (parser.isCurrentAlias()) {
            throw new BadInputException(
                    here + ": " + key + ": takes no aliases (*); write the value out");
        }
    }

    /** SnakeYAML knows the line better than Jackson, which tells where the last token was. */
    private static BadInputException notYaml(String place, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String problem = e.getOriginalMessage();
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            line = yaml.getProblemMark().getLine() + 1;
            problem = yaml.getProblem();
        }
        String sentence = sentence(problem);
        return new BadInputException(place + ":" + line + ": not valid YAML: " + sentence, e);
    }

    /** Jackson's own words name its classes where a key is a list or a map. */
    private static String sentence(String problem) {
        return problem.startsWith("Expected a field name")
                ? "a key must be a plain word"
                : problem.lines().findFirst().orElse("unreadable");
    }

    private static String at(String place, YAMLParser parser) {
        return place + ":" + parser.currentTokenLocation().getLineNr();
    }
}
