package federarium.persistence;

import federarium.update.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a run needs to go on after a round.
 *
 * @param round the round it was taken at the end of, 0 for the initial model
 * @param named {@code model}, and whatever else the rule carries from round to round
 */
public record Checkpoint(int round, Map<String, Weights> named) {
    public Checkpoint {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }
}
