package federarium.model;

import federarium.data.Dataset;

/**
 * What a model says about some rows, each in its place, so that parts may be computed on several
 * threads and the sums still run in row order.
 */
public final class Predictions {
    /** Rows that are predicted at a time: enough to fill the engine, few enough for its caches. */
    public static final int CHUNK = 256;

    private final Dataset data;
    private final int[] rows;
    private final boolean[] correct;
    private final float[] loss;
    private final float[] score;

    /**
     * Room for the predictions of these rows.
     *
     * @param rows row numbers in the data; not copied
     */
    public Predictions(Dataset data, int[] rows) {
        this.data = data;
        this.rows = rows;
        this.correct = new boolean[rows.length];
        this.loss = new float[rows.length];
        this.score = new float[rows.length];
    }

    public int size() {
        return rows.length;
    }

    /** Predicts positions {@code from … to − 1}; different parts may run on different threads. */
    public void predict(LocalModel model, int from, int to) {
        int classes = data.classes();
        Batch batch = new Batch(Math.min(CHUNK, Math.max(1, to - from)), data.width());
        float[] probabilities = new float[CHUNK * classes];
        for (int start = from; start < to; start += CHUNK) {
            batch.fill(data, rows, start, Math.min(to, start + CHUNK));
            model.predict(batch, probabilities);
            for (int i = 0; i < batch.size(); i++) {
                keep(start + i, batch.labels()[i], probabilities, i * classes, classes);
            }
        }
    }

    /**
     * Takes in what a model said about all rows.
     *
     * @param probabilities row-major [size][classes]
     */
    public void take(float[] probabilities) {
        int classes = data.classes();
        for (int i = 0; i < rows.length; i++) {
            keep(i, data.label(rows[i]), probabilities, i * classes, classes);
        }
    }

    private void keep(int position, int label, float[] probabilities, int offset, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = probabilities[offset + k] > probabilities[offset + best] ? k : best;
        }
        float probability = probabilities[offset + label];
        correct[position] = best == label && !Float.isNaN(probability);
        // The smallest positive float bounds the loss where a probability rounds to 0.
        loss[position] = (float) -StrictMath.log(Math.max(probability, Float.MIN_VALUE));
        score[position] = classes == 2 ? probabilities[offset + 1] : 0;
    }

    /** Share of positions {@code from … to − 1} whose likeliest class is the label. */
    public double accuracy(int from, int to) {
        int hits = 0;
        for (int i = from; i < to; i++) {
            hits += correct[i] ? 1 : 0;
        }
        return (double) hits / (to - from);
    }

    /** Mean cross-entropy −ln p(label), in nats. */
    public double meanLoss(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += loss[i];
        }
        return sum / (to - from);
    }

    /** The ranking of positions {@code from … to − 1} by the probability of the second class. */
    public Ranking ranking(int from, int to) {
        float[] scores = new float[to - from];
        boolean[] positive = new boolean[to - from];
        for (int i = from; i < to; i++) {
            scores[i - from] = score[i];
            positive[i - from] = data.label(rows[i]) == 1;
        }
        return Ranking.of(scores, positive);
    }
}
