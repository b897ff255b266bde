package federarium.client;

import federarium.data.Dataset;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.update.Weights;

/**
 * A node's own model v beside the global one x: as many steps as the node took for the global one,
 * each v ← v − η (∇F(v) + λ (v − x)), from where v stood after the round before; at first from x.
 * Li, Hu, Beirami, Smith, "Ditto: fair and robust federated learning through personalization", ICML
 * 2021.
 *
 * @param training how the node trains for the global model: rate, batches and optimizer are the
 *     same, its proximal pull is not
 * @param lambda λ; 0 for a node that trains alone
 */
public record Ditto(Dataset data, Training training, double lambda) {
    static final String MODEL = "personal";

    /** The model that a node uses: its own, or the global one as long as it has none. */
    public static Weights model(Weights global, Memory memory) {
        Weights own = memory.get(MODEL);
        return own == null ? global : own;
    }

    /**
     * Trains v; where it diverges, the one from before is kept.
     *
     * @param model this thread's; whatever it held is overwritten
     * @param global x
     * @param random the stream of this node in this round, which orders the rows
     */
    public Memory train(
            LocalModel model,
            Weights global,
            int[] rows,
            int steps,
            int round,
            RandomStream random,
            Memory memory) {
        var _ =
                new LocalTraining(data, training.steps(steps, lambda))
                        .descend(model, model(global, memory), global, rows, round, random);
        float[] parameters = new float[global.size()];
        model.store(parameters);
        Weights own = Weights.owning(parameters);
        return own.isFinite() ? memory.with(MODEL, own) : memory;
    }
}
