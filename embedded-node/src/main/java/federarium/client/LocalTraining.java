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
 * A node's local training in a round: passes over its own rows, shuffled anew for each, in batches
 * of B, from the global model x. The last batch of a pass may be smaller. Ends after E passes, or a
 * number of steps, or a pass that lowered the loss too little, as {@link Training} says.
 */
public final class LocalTraining {
    private final Dataset data;
    private final Training training;
    private final @Nullable Controls controls;
    private final @Nullable RowPrivacy privacy;

    public LocalTraining(Dataset data, Training training) {
        this(data, training, null, null);
    }

    /**
     * Training whose steps are corrected, y ← y − η_l (g − c_k + c), as in SCAFFOLD, or made
     * private, as {@link RowPrivacy} says: then each step draws its rows anew.
     */
    public LocalTraining(
            Dataset data,
            Training training,
            @Nullable Controls controls,
            @Nullable RowPrivacy privacy) {
        this.data = data;
        this.training = training;
        this.controls = controls;
        this.privacy = privacy;
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
        Progress progress = descend(model, global, global, rows, round, random);
        float[] parameters = new float[global.size()];
        model.store(parameters);
        global.addTo(parameters, -1);
        Weights delta = Weights.owning(parameters);
        ClientUpdate update =
                new ClientUpdate(client, round, rows.length, progress.steps, progress.loss, delta);
        return controls == null
                ? update
                : update.withControlChange(
                        controls.change(delta, progress.steps, training.rate(round)));
    }

    /** The mean loss of a model on a node's training rows, without training it. */
    public double loss(LocalModel model, Weights global, int[] rows) {
        model.load(global);
        Predictions predictions = new Predictions(data, rows);
        predictions.predict(model, 0, rows.length);
        return predictions.meanLoss(0, rows.length);
    }

    /** Steps taken, and the mean loss over the last pass. */
    record Progress(int steps, double loss) {}

    /**
     * Trains and leaves the outcome in the model.
     *
     * @param start where the parameters begin
     * @param anchor what a proximal pull draws them to
     */
    Progress descend(
            LocalModel model,
            Weights start,
            Weights anchor,
            int[] rows,
            int round,
            RandomStream random) {
        model.load(start);
        Direction direction = Direction.of(training.optimizer(), start.size());
        boolean fused = direction == null && privacy == null;
        Descent descent =
                new Descent(
                        (float) training.rate(round),
                        Pull.of(training, anchor, controls),
                        direction,
                        fused ? 0 : start.size());
        return privacy == null
                ? passes(model, descent, rows, random)
                : draws(model, descent, privacy, rows, random);
    }

    private Progress passes(LocalModel model, Descent descent, int[] rows, RandomStream random) {
        int capacity = Math.min(training.batchSize(), rows.length);
        Batch batch = new Batch(capacity, data.width());
        int[] order = rows.clone();
        int steps = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int pass = 1; ; pass++) {
            random.shuffle(order);
            double sum = 0;
            int seen = 0;
            while (seen < order.length && !enough(steps)) {
                batch.fill(data, order, seen, Math.min(order.length, seen + capacity));
                sum += descent.step(model, batch) * batch.size();
                seen += batch.size();
                steps++;
            }
            double loss = sum / seen;
            if (enough(steps) || isLast(pass, before, loss)) {
                return new Progress(steps, loss);
            }
            before = loss;
        }
    }

    /**
     * As many steps as the passes would take, each on rows of which every one is drawn with the
     * same chance B ÷ n, whatever else was drawn: this is what the accounting counts on.
     */
    private Progress draws(
            LocalModel model,
            Descent descent,
            RowPrivacy privacy,
            int[] rows,
            RandomStream random) {
        int expected = Math.min(training.batchSize(), rows.length);
        double chance = (double) expected / rows.length;
        Batch batch = new Batch(rows.length, data.width());
        int[] drawn = new int[rows.length];
        int steps = training.stepsOn(rows.length);
        double sum = 0;
        long seen = 0;
        for (int step = 0; step < steps; step++) {
            int count = 0;
            for (int row : rows) {
                if (random.nextDouble() < chance) {
                    drawn[count++] = row;
                }
            }
            batch.fill(data, drawn, 0, count);
            sum += descent.step(model, batch, privacy, expected) * count;
            seen += count;
        }
        return new Progress(steps, seen == 0 ? 0 : sum / seen);
    }

    private boolean enough(int steps) {
        return steps == training.mostSteps()
                || (training.localSteps() > 0 && steps == training.localSteps());
    }

    private boolean isLast(int pass, double before, double loss) {
        if (training.localSteps() > 0) {
            return false;
        }
        boolean stalled =
                training.earlyStop() > 0 && !(loss <= (1 - training.earlyStop()) * before);
        return pass == training.localEpochs() || stalled;
    }
}
