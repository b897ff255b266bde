package federarium.scenario;

import java.util.Map;
import java.util.Set;

/**
 * What befalls single nodes, by index in client order.
 *
 * @param dropped those that take no part
 * @param delays virtual seconds that a node takes longer
 */
public record Hindrances(Set<Integer> dropped, Map<Integer, Double> delays) {
    public static final Hindrances NONE = new Hindrances(Set.of(), Map.of());
}
