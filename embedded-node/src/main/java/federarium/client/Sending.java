package federarium.client;

import federarium.random.RandomStream;
import federarium.scenario.CompressionSpec;
import federarium.update.ClientUpdate;
import federarium.update.UpdateTransform;
import federarium.update.Weights;
import federarium.update.compression.ErrorFeedback;
import federarium.update.compression.Quantize;
import federarium.update.compression.Sign;
import federarium.update.compression.TopK;
import org.jspecify.annotations.Nullable;

/**
 * Makes a node's update smaller for its journey, and keeps what that loses: sends C(Δ + e) and
 * keeps e ← Δ + e − C(Δ + e), whatever C is in a round, or e ← Δ + e where that was not taken:
 * nothing is lost. Where nothing is compressed any more C is the identity, so what is still owed
 * goes with the next update, whole.
 *
 * <p>An update that is not finite goes as it is, for the coordinator to refuse, and nothing of it
 * is kept.
 */
public record Sending(CompressionSpec spec) {
    static final String RESIDUAL = "residual";

    /** Below this, neither a sum nor a fitted scale of two vectors can overflow. */
    private static final double SAFE = Float.MAX_VALUE / 4;

    /**
     * Makes the update smaller.
     *
     * @param trained the update whole, with what the node else keeps
     * @param random the stream of this node in this round, which rounds values
     */
    public Sent send(Sent trained, RandomStream random) {
        UpdateTransform transform = transform();
        Weights owed = trained.memory().get(RESIDUAL);
        if (transform == null && owed == null) {
            return trained;
        }
        ClientUpdate update = trained.update();
        Weights delta = update.delta();
        Weights residual = owed == null ? Weights.zeros(delta.size()) : owed;
        if (!(delta.norm() + residual.norm() < SAFE)) {
            return trained;
        }
        Weights due = delta.plus(residual);
        if (transform == null) {
            return new Sent(
                    update.sentAs(due, update.deltaBytes()),
                    trained.memory().without(RESIDUAL),
                    trained.refused());
        }
        UpdateTransform.Outcome outcome = transform.apply(delta, residual, random);
        return new Sent(
                update.sentAs(outcome.update(), outcome.bytes()),
                trained.memory().with(RESIDUAL, outcome.residual()),
                trained.refused().with(RESIDUAL, due));
    }

    private @Nullable UpdateTransform transform() {
        return switch (spec) {
            case CompressionSpec.None _ -> null;
            case CompressionSpec.Quantize(int bits) -> new ErrorFeedback(Quantize.to(bits));
            case CompressionSpec.TopK(double fraction) -> new ErrorFeedback(new TopK(fraction));
            case CompressionSpec.Sign _ -> new ErrorFeedback(new Sign());
        };
    }
}
