package federarium.client;

import federarium.data.Dataset;
import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.model.Predictions;
import federarium.random.RandomStream;
import federarium.scenario.Scenario.Training;
import federarium.update.ClientUpdate;
import federarium.update.Weights;

/**
 * A node's local training in a round: E passes over its own rows, shuffled anew for each, in
 * batches of B, by plain gradient descent from the global model x. The last batch of a pass may be
 * smaller.
 */
public final class LocalTraining {
    private final Dataset data;
    private final Training training;

    public LocalTraining(Dataset data, Training training) {
        this.data = data;
        this.training = training;
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
        Progress progress = passes(model, rows, random);
        float[] parameters = new float[global.size()];
        model.store(parameters);
        global.addTo(parameters, -1);
        return new ClientUpdate(
                client,
                round,
                rows.length,
                progress.steps,
                progress.loss,
                Weights.owning(parameters));
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

    private Progress passes(LocalModel model, int[] rows, RandomStream random) {
        int capacity = Math.min(training.batchSize(), rows.length);
        Batch batch = new Batch(capacity, data.width());
        float rate = (float) training.learningRate();
        int[] order = rows.clone();
        int steps = 0;
        double sum = 0;
        for (int epoch = 0; epoch < training.localEpochs(); epoch++) {
            random.shuffle(order);
            sum = 0;
            for (int from = 0; from < order.length; from += capacity) {
                batch.fill(data, order, from, Math.min(order.length, from + capacity));
                sum += model.step(batch, rate) * batch.size();
                steps++;
            }
        }
        return new Progress(steps, sum / order.length);
    }
}
