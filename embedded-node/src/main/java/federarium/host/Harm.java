package federarium.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hostile nodes did to a run: the same rounds with them and without.
 *
 * @param round the first that differs
 * @param kind of attack, as the scenario names it
 * @param lost accuracy at the end without them, minus that with them
 * @param obeys share of rows with the trigger that the model takes for the target in the end, or
 *     null where there is no trigger
 */
public record Harm(
        String run,
        int round,
        String kind,
        List<Point> curve,
        double lost,
        @Nullable Double obeys,
        List<Hostile> nodes) {

    /** Accuracy after a round, without hostile nodes and with them. */
    public record Point(int round, double honest, double attacked) {}

    /**
     * A hostile node.
     *
     * @param weight that the rule gave its updates, mean over the rounds it sent one
     * @param refused how often it was refused
     * @param credits that it earned in these rounds, or null where nobody is paid
     * @param honestly what it would have earned by being honest, or null
     */
    public record Hostile(
            String node,
            @Nullable Double weight,
            int refused,
            @Nullable Double credits,
            @Nullable Double honestly) {}
}
