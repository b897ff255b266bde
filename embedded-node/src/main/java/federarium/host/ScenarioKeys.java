package federarium.host;

import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioDocument;
import federarium.scenario.ScenarioReader;
import federarium.scenario.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A scenario as it is kept and as it travels: texts, or lists of texts, by dotted keys. */
final class ScenarioKeys {
    private ScenarioKeys() {}

    static SequencedMap<String, Object> of(Scenario scenario) {
        SequencedMap<String, Object> keys = new LinkedHashMap<>();
        scenario.document()
                .values()
                .forEach((key, value) ->
                        keys.put(key, value.isList() ? value.items() : value.text()));
        return keys;
    }

    /**
     * @param place what to call it in messages
     * @throws BadInputException if it is no scenario
     */
    static Scenario read(String place, Map<String, Object> keys) {
        Map<String, Value> values = new LinkedHashMap<>();
        keys.forEach((key, value) -> values.put(key, value(place, key, value)));
        return ScenarioReader.read(ScenarioDocument.of(place, values));
    }

    private static Value value(String place, String key, Object value) {
        return switch (value) {
            case String text -> Value.scalar(text);
            case List<?> items when items.stream().allMatch(String.class::isInstance) ->
                    Value.list(items.stream().map(String.class::cast).toList());
            default ->
                    throw new BadInputException(
                            "%s: %s: is neither a text nor a list of texts".formatted(place, key));
        };
    }
}
