package federarium.update.compression;

import federarium.random.RandomStream;
import federarium.update.UpdateTransform;
import federarium.update.Weights;

/**
 * Compression that forgets nothing: what one update loses is added to the next.
 *
 * <p>Sends C(Δ + e) and keeps e ← Δ + e − C(Δ + e), so all that was sent, plus e, is all that was
 * to be sent. EF-SGD: Karimireddy, Rebjock, Stich, Jaggi, "Error feedback fixes SignSGD and other
 * gradient compression schemes", ICML 2019.
 */
public final class ErrorFeedback implements UpdateTransform {
    private final Compression compression;

    public ErrorFeedback(Compression compression) {
        this.compression = compression.forFeedback();
    }

    @Override
    public Outcome apply(Weights update, Weights residual, RandomStream random) {
        Weights due = update.plus(residual);
        byte[] payload = compression.encode(due, random);
        Weights sent = compression.decode(payload, due.size());
        float[] kept = due.toArray();
        sent.addTo(kept, -1);
        return new Outcome(sent, Weights.owning(kept), payload);
    }
}
