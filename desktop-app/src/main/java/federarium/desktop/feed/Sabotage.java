package federarium.desktop.feed;

import java.util.Map;

/**
 * An attack that nobody knows of until it is revealed.
 *
 * @param node who is hostile
 * @param kind what it does, as {@code attack.kind} has it
 * @param after the last round before it
 */
public record Sabotage(String node, String kind, int after) {

    /** What makes it so. */
    public Map<String, String> settings() {
        return Map.of(
                "attack.kind",
                kind,
                "attack.clients",
                "[" + node + "]",
                "attack.strength",
                "1",
                "attack.from",
                "1");
    }
}
