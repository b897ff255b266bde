package federarium.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import federarium.coordinator.Changes;
import federarium.event.FederationEvent.SettingChanged;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a run began, as the store keeps it: the scenario's keys, for a fork the changes that it was
 * made for, and what it put at stake, if anything.
 *
 * @param hosted whether nodes of other machines had seats in it
 */
record SettingsJson(Scenario scenario, Changes changes, @Nullable Stake stake, boolean hosted) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The scenario with the fork's changes: what the yardsticks are to be compared with. */
    Scenario started() {
        return changes.applied(scenario);
    }

    SettingsJson(Scenario scenario, Changes changes, @Nullable Stake stake) {
        this(scenario, changes, stake, false);
    }

    /**
     * Whether the same run comes to the same events again: noise over a person's rows does not, nor
     * do nodes that a network may keep away.
     */
    boolean repeats() {
        return !hosted && repeatsItsNoise();
    }

    boolean repeatsItsNoise() {
        return scenario.data().file() == null || scenario.privacy().isNone();
    }

    String write() {
        ObjectNode all = JSON.createObjectNode();
        all.set("scenario", JSON.valueToTree(ScenarioKeys.of(scenario)));
        ArrayNode list = all.putArray("changes");
        for (SettingChanged change : changes.inOrder()) {
            list.addObject()
                    .put("round", change.round())
                    .put("key", change.key())
                    .put("value", change.value());
        }
        if (stake != null) {
            all.set("stake", JSON.valueToTree(stake));
        }
        if (hosted) {
            all.put("hosted", true);
        }
        return all.toString();
    }

    /** What a run put at stake, whether or not its scenario can still be read; or null. */
    static @Nullable Stake stake(String run, String json) {
        try {
            return stake(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw damaged(run, e);
        }
    }

    private static @Nullable Stake stake(JsonNode all) throws JsonProcessingException {
        JsonNode stake = all.get("stake");
        return stake == null ? null : JSON.treeToValue(stake, Stake.class);
    }

    static SettingsJson read(String run, String json) {
        try {
            JsonNode all = JSON.readTree(json);
            SequencedMap<String, Object> keys = new LinkedHashMap<>();
            all.path("scenario")
                    .properties()
                    .forEach(each -> keys.put(each.getKey(), plain(each.getValue())));
            List<SettingChanged> changes = new ArrayList<>();
            for (JsonNode change : all.path("changes")) {
                changes.add(
                        new SettingChanged(
                                change.path("round").asInt(),
                                change.path("key").asText(),
                                change.path("value").asText()));
            }
            Scenario scenario = ScenarioKeys.read("run " + run, keys);
            return new SettingsJson(
                    scenario, Changes.of(changes), stake(all), all.path("hosted").asBoolean());
        } catch (JsonProcessingException e) {
            throw damaged(run, e);
        }
    }

    private static BadInputException damaged(String run, Exception e) {
        return new BadInputException("run " + run + ": its settings are damaged", e);
    }

    private static Object plain(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        List<String> items = new ArrayList<>();
        node.forEach(item -> items.add(item.asText()));
        return items;
    }
}
