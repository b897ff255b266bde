package federarium.client;

import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The first layers are everybody's, the last ones stay with their node and are never sent.
 * Arivazhagan, Aggarwal, Singh, Choudhary, "Federated learning with personalization layers", 2019.
 *
 * <p>A model's parameters run layer by layer, so the shared ones are the first P of them. They are
 * all that the coordinator knows, combines and sends.
 *
 * @param shared P
 * @param initial all parameters that a node begins with; everybody's last layers begin alike
 */
public record FedPer(int shared, Weights initial) {
    static final String KEPT = "layers";

    /** The model that a node uses: the shared layers, then its own. */
    public Weights whole(Weights global, Memory memory) {
        Weights kept = memory.get(KEPT);
        float[] whole = initial.toArray();
        global.copyTo(0, whole, 0, shared);
        if (kept != null) {
            kept.copyTo(0, whole, shared, kept.size());
        }
        return Weights.owning(whole);
    }

    /** Controls of the shared layers as those of all: the others' steps are not corrected. */
    public @Nullable Controls whole(@Nullable Controls controls) {
        return controls == null
                ? null
                : new Controls(padded(controls.server()), padded(controls.own()));
    }

    private Weights padded(Weights vector) {
        float[] padded = new float[initial.size()];
        vector.copyTo(0, padded, 0, shared);
        return Weights.owning(padded);
    }

    /**
     * Parts the update of a whole model in what is sent and what is kept. Of last layers that
     * diverged, those from before are kept.
     *
     * @param before the whole model that was trained
     */
    public Sent part(ClientUpdate update, Weights before, Memory memory) {
        int all = initial.size();
        Weights delta = update.delta();
        Weights kept = before.plus(delta).part(shared, all);
        Weights change = update.controlChange();
        ClientUpdate sent = update.of(delta.part(0, shared));
        return new Sent(
                change == null ? sent : sent.withControlChange(change.part(0, shared)),
                kept.isFinite() ? memory.with(KEPT, kept) : memory);
    }
}
