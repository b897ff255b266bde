package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule made of a round's updates.
 *
 * @param model the next global model
 * @param carried what the rule wants to be given in the next round
 * @param verdicts one for each update, in client order
 */
public record Aggregate(Weights model, Carried carried, List<Verdict> verdicts) {

    /**
     * What became of one update.
     *
     * @param client its sender's index
     * @param weight the weight it was given in the combined update; 0 where it was refused
     * @param score what the rule judged it by, or null where it judges nobody
     * @param refusal why it is not in the combined update, or null where it is
     */
    public record Verdict(
            int client, double weight, @Nullable Score score, @Nullable String refusal) {

        public static Verdict taken(int client, double weight, @Nullable Score score) {
            return new Verdict(client, weight, score, null);
        }

        static Verdict refused(int client, @Nullable Score score, String reason) {
            return new Verdict(client, 0, score, reason);
        }
    }

    /** A number that a rule judges an update by, and what it is called. */
    public record Score(String name, double value) {}
}
