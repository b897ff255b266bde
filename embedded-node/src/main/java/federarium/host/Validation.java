package federarium.host;

import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.incentive.Coalition;
import federarium.incentive.Game;
import federarium.incentive.RoundModels;
import federarium.model.Batch;
import federarium.model.Predictions;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.update.Weights;
import java.util.Arrays;

/**
 * The rows that the coordinator values coalitions on: {@value Predictions#CHUNK} of the global test
 * rows, or all where there are fewer, drawn once in a run from the stream {@code validation}.
 */
final class Validation {
    private final Dataset data;
    private final int[] rows;
    private final Batch batch;
    private final ModelPool models;
    private final Utility utility;

    private Validation(Dataset data, int[] rows, ModelPool models, Utility utility) {
        this.data = data;
        this.rows = rows;
        this.batch = new Batch(rows.length, data.width());
        this.batch.fill(data, rows, 0, rows.length);
        this.models = models;
        this.utility = utility;
    }

    static Validation of(
            FederatedData data, RandomStreams streams, ModelPool models, Utility utility) {
        int[] rows = rows(data.test(), streams.stream("validation"));
        return new Validation(data.dataset(), rows, models, utility);
    }

    static int[] rows(int[] test, RandomStream random) {
        int[] shuffled = test.clone();
        random.shuffle(shuffled);
        return Arrays.copyOf(shuffled, Math.min(Predictions.CHUNK, shuffled.length));
    }

    /** What {@link #game} is to be given for parameters, or for a difference of such. */
    Weights prepare(Weights parameters) {
        return models.with(model -> model.prepare(batch, parameters));
    }

    /**
     * What the updates of a round are worth together.
     *
     * @param prepared made of what {@link #prepare} returns
     */
    Game game(RoundModels prepared) {
        return new RoundGame(this, prepared, prepared.needed());
    }

    private double value(Weights prepared) {
        if (!prepared.isFinite()) {
            return utility.worst();
        }
        float[] probabilities = new float[rows.length * data.classes()];
        models.with(model -> {
            model.predictPrepared(batch, prepared, probabilities);
            return model;
        });
        Predictions predictions = new Predictions(data, rows);
        predictions.take(probabilities);
        return utility.of(predictions);
    }

    private record RoundGame(Validation validation, RoundModels models, Coalition needed)
            implements Game {
        @Override
        public int players() {
            return models.updates().size();
        }

        @Override
        public Coalition reduced(Coalition coalition) {
            return coalition.and(needed);
        }

        @Override
        public double value(Coalition coalition) {
            return validation.value(models.of(coalition));
        }
    }
}
