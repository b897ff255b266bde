package federarium.host;

import federarium.model.Predictions;

/** What the predictions of a model are worth, more being better. */
enum Utility {
    /** Share of rows whose likeliest class is the label, from 0. */
    ACCURACY {
        @Override
        double worst() {
            return 0;
        }

        @Override
        double of(Predictions predictions) {
            return predictions.accuracy(0, predictions.size());
        }
    },

    /** Minus the mean cross-entropy in nats, from −103.3, where no label has any probability. */
    LOSS {
        @Override
        double worst() {
            return StrictMath.log(Float.MIN_VALUE);
        }

        @Override
        double of(Predictions predictions) {
            double loss = predictions.meanLoss(0, predictions.size());
            return Double.isNaN(loss) ? worst() : Math.max(-loss, worst());
        }
    };

    /** What a model is worth that is not finite, or says no number. */
    abstract double worst();

    abstract double of(Predictions predictions);
}
