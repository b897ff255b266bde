package federarium.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attack made of a node's update.
 *
 * @param seen what the attacker has: {@code update}, {@code gradient} or {@code sum}
 * @param method {@code first layer} or {@code gradient matching}
 * @param rows behind the update
 * @param steps of training behind it
 * @param logged whether the log has an update of exactly this length; null where settings were
 *     changed, or nothing was sent like this
 * @param epsilon of this one release at {@code delta}, or null where what the attacker has is not
 *     noised
 * @param cosine mean of the pictures'
 * @param meanImage mean cosine of a guess that is the mean of the public rows: nothing, once that
 *     mean is taken away
 * @param noise mean cosine of what the same method makes of pure noise
 * @param meaning in a sentence
 */
public record Rebuilt(
        String run,
        int round,
        String node,
        String seen,
        String method,
        int rows,
        int steps,
        @Nullable Boolean logged,
        @Nullable Double epsilon,
        @Nullable Double delta,
        List<Picture> pictures,
        double cosine,
        double error,
        Baseline meanImage,
        Baseline noise,
        String meaning) {

    /**
     * A row and what was rebuilt of it.
     *
     * @param guessed the label that the attacker took it to have
     * @param cosine of both, the mean of the public rows taken away
     * @param error the largest difference of a value
     * @param rmse root of the mean squared difference
     */
    public record Picture(
            int label,
            int guessed,
            List<Double> original,
            List<Double> rebuilt,
            double cosine,
            double error,
            double rmse) {}

    /** How like a guess is that knows nothing of the update. */
    public record Baseline(double cosine, double rmse) {}
}
