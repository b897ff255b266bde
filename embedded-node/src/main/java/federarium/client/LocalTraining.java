package federarium.client;

import federarium.data.Dataset;
import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.model.Predictions;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/**
 * A node's local training in a round: E passes over its own rows, shuffled anew for each, in
 * batches of B, by plain gradient descent from the global model x. The last batch of a pass may be
 * smaller; a node that must be back by a deadline stops after so many steps.
 */
public final class LocalTraining {
    private final Dataset data;
    private final Training training;
    private final @Nullable Controls controls;

    public LocalTraining(Dataset data, Training training) {
        this(data, training, null);
    }

    /** Training whose steps are corrected: y ← y − η_l (g − c_k + c), as in SCAFFOLD. */
    public LocalTraining(Dataset data, Training training, @Nullable Controls controls) {
        this.data = data;
        this.training = training;
        this.controls = controls;
    }

    /**
     * Trains, and returns the update Δ = y − x.
     *
     * @param model this thread's; whatever it held is overwritten
     * @param rows the node's training rows in the data
     * @param random the stream of this node in this round, which orders the rows
     */
    public ClientUpdate train(
            LocalModel model,
            Weights global,
            int[] rows,
            int client,
            int round,
            RandomStream random) {
        model.load(global);
        Progress progress = passes(model, global.size(), rows, random);
        float[] parameters = new float[global.size()];
        model.store(parameters);
        global.addTo(parameters, -1);
        Weights delta = Weights.owning(parameters);
        ClientUpdate update =
                new ClientUpdate(client, round, rows.length, progress.steps, progress.loss, delta);
        return controls == null
                ? update
                : update.withControlChange(
                        controls.change(delta, progress.steps, training.learningRate()));
    }

    /** The mean loss of a model on a node's training rows, without training it. */
    public double loss(LocalModel model, Weights global, int[] rows) {
        model.load(global);
        Predictions predictions = new Predictions(data, rows);
        predictions.predict(model, 0, rows.length);
        return predictions.meanLoss(0, rows.length);
    }

    /** Steps taken, and the mean loss over the last pass. */
    private record Progress(int steps, double loss) {}

    private Progress passes(LocalModel model, int size, int[] rows, RandomStream random) {
        Weights correction = controls == null ? null : controls.correction();
        int capacity = Math.min(training.batchSize(), rows.length);
        Batch batch = new Batch(capacity, data.width());
        float rate = (float) training.learningRate();
        int[] order = rows.clone();
        int steps = 0;
        int seen = 0;
        double sum = 0;
        int most = training.mostSteps();
        for (int epoch = 0; epoch < training.localEpochs() && steps < most; epoch++) {
            random.shuffle(order);
            sum = 0;
            seen = 0;
            for (int from = 0; from < order.length && steps < most; from += capacity) {
                batch.fill(data, order, from, Math.min(order.length, from + capacity));
                sum += model.step(batch, rate) * batch.size();
                if (correction != null) {
                    correct(model, correction, rate, size);
                }
                steps++;
                seen += batch.size();
            }
        }
        return new Progress(steps, sum / seen);
    }

    private static void correct(LocalModel model, Weights correction, float rate, int size) {
        float[] parameters = new float[size];
        model.store(parameters);
        correction.addTo(parameters, rate);
        model.load(Weights.owning(parameters));
    }
}
