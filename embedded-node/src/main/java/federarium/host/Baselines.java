package federarium.host;

import federarium.host.Rebuilt.Baseline;
import federarium.lab.FirstLayer;
import federarium.lab.Likeness;
import federarium.model.DenseShape;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How like guesses are that know nothing of an update.
 *
 * @param mean of the rows that are no secret
 */
record Baselines(DenseShape shape, double[] mean, RandomStreams streams) {

    /**
     * @param guess the same for all rows; null for what the first layer of pure noise gives
     */
    Baseline of(double[][] rows, double @Nullable [] guess) {
        RandomStream random = streams.stream("lab baseline");
        double cosine = 0;
        double rmse = 0;
        for (double[] row : rows) {
            double[] other = guess;
            if (other == null) {
                double[] noise = new double[shape.parameters()];
                Arrays.setAll(noise, _ -> random.nextGaussian());
                other = FirstLayer.row(shape, noise);
            }
            Likeness like = Likeness.of(other, row, mean);
            cosine += like.cosine() / rows.length;
            rmse += like.rmse() / rows.length;
        }
        return new Baseline(cosine, rmse);
    }
}
