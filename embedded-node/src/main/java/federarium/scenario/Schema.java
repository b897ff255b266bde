package federarium.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * The JSON schema of a scenario file (draft 2020-12), made from {@link Settings}, for editors that
 * complete and check YAML. The reader itself checks more.
 */
public final class Schema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Schema() {}

    /** The schema as JSON text. */
    public static String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Federarium scenario");
        root.put("type", "object");
        root.put("additionalProperties", false);
        root.putArray("required").add("data");
        root.putObject("properties");
        for (Setting setting : Settings.all()) {
            add(root, setting);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static void add(ObjectNode root, Setting setting) {
        ObjectNode group = root;
        String[] parts = setting.key().split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            group = group(group.withObjectProperty("properties"), parts[i]);
        }
        ObjectNode properties = group.withObjectProperty("properties");
        describe(properties.putObject(parts[parts.length - 1]), setting);
    }

    /** A key that may hold a value of its own or keys, as split does, becomes a choice. */
    private static ObjectNode group(ObjectNode properties, String name) {
        ObjectNode node = properties.withObjectProperty(name);
        if (node.path("type").asText().equals("string")) {
            ObjectNode text = node.deepCopy();
            node.removeAll();
            ArrayNode choice = node.putArray("anyOf");
            choice.add(text);
            choice.addObject().put("type", "object").put("additionalProperties", false);
        }
        if (node.has("anyOf")) {
            return (ObjectNode) node.path("anyOf").path(1);
        }
        node.put("type", "object").put("additionalProperties", false);
        return node;
    }

    private static void describe(ObjectNode node, Setting setting) {
        switch (setting.kind()) {
            case Kind.Text _ -> node.put("type", "string");
            case Kind.Choice choice -> words(node, choice.words());
            case Kind.Whole whole -> whole(node, whole);
            case Kind.Real real -> real(node, real);
            case Kind.Flag flag -> flag(node, flag);
            case Kind.Wholes wholes -> whole(list(node), wholes.each());
            case Kind.Numbers some -> numbers(list(node), some.numbers());
            case Kind.Nodes _ -> {
                ArrayNode either = node.putArray("anyOf");
                either.addObject().put("type", "integer").put("minimum", 1);
                list(either.addObject()).put("type", "string");
            }
            case Kind.Texts _ -> list(node).put("type", "string");
        }
        node.put("description", setting.meaning());
        Value fallback = setting.fallback();
        if (fallback != null && !fallback.isList()) {
            node.put("default", fallback.text());
        }
    }

    private static void words(ObjectNode node, List<String> words) {
        ArrayNode allowed = node.putArray("enum");
        words.forEach(allowed::add);
    }

    private static void numbers(ObjectNode node, List<String> numbers) {
        ArrayNode allowed = node.putArray("enum");
        numbers.forEach(number -> allowed.add(new BigDecimal(number)));
    }

    private static void flag(ObjectNode node, Kind.Flag flag) {
        ArrayNode allowed = node.putArray("enum");
        flag.words().forEach(word -> allowed.add(Boolean.parseBoolean(word)));
    }

    private static void whole(ObjectNode node, Kind.Whole whole) {
        node.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
    }

    private static void real(ObjectNode node, Kind.Real real) {
        node.put("type", "number");
        node.put(real.minIncluded() ? "minimum" : "exclusiveMinimum", real.min());
        node.put("maximum", real.max());
    }

    private static ObjectNode list(ObjectNode node) {
        return node.put("type", "array").putObject("items");
    }
}
