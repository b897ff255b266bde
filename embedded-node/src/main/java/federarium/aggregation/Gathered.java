package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a rule is given.
 *
 * @param model the global model x
 * @param updates at least one, in client order, all finite and of the model's size, or the size of
 *     its sender's slice of it
 * @param carried what the same rule carried on from the round before
 */
public record Gathered(Weights model, List<ClientUpdate> updates, Carried carried) {

    int count() {
        return updates.size();
    }

    Weights delta(int position) {
        return updates.get(position).delta();
    }

    /** p_k = n_k ÷ Σ n. */
    double[] sharesOfExamples() {
        long total = updates.stream().mapToLong(ClientUpdate::examples).sum();
        return updates.stream().mapToDouble(update -> (double) update.examples() / total).toArray();
    }

    /** 1 ÷ n for each. */
    double[] equalShares() {
        double[] shares = new double[count()];
        Arrays.fill(shares, 1.0 / count());
        return shares;
    }

    /** The aggregate x + rate · step. */
    Aggregate moved(
            float[] step, double rate, Carried carriedOn, List<Aggregate.Verdict> verdicts) {
        float[] next = model.toArray();
        Weights.owning(step).addTo(next, (float) rate);
        return new Aggregate(Weights.owning(next), carriedOn, verdicts);
    }

    /** The model left as it is, and every update refused for the same reason. */
    Aggregate refused(String reason) {
        return new Aggregate(
                model,
                carried,
                verdicts(k -> Aggregate.Verdict.refused(updates.get(k).client(), null, reason)));
    }

    /** One verdict for each update, by its position. */
    List<Aggregate.Verdict> verdicts(IntFunction<Aggregate.Verdict> verdict) {
        return IntStream.range(0, count()).mapToObj(verdict).toList();
    }

    /** The verdicts where every update has its weight and nothing else is to be said. */
    List<Aggregate.Verdict> weighted(double[] weights) {
        return verdicts(k -> Aggregate.Verdict.taken(updates.get(k).client(), weights[k], null));
    }

    /** The verdicts where every update has its weight, and a score of that name. */
    List<Aggregate.Verdict> weighted(double[] weights, String name, double[] scores) {
        return verdicts(k ->
                Aggregate.Verdict.taken(
                        updates.get(k).client(), weights[k], new Aggregate.Score(name, scores[k])));
    }
}
