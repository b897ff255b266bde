package federarium.update;

import org.jspecify.annotations.Nullable;

/**
 * What a node sends back after local training: the difference Δ = y − x between its trained model y
 * and the global model x it was sent.
 *
 * @param client the node's index in client order, from 0
 * @param round the round it was asked in
 * @param examples n, the number of training rows behind it
 * @param steps the number of local optimiser steps taken
 * @param loss mean training loss over the last local epoch, before each step
 * @param delta Δ, one float32 a parameter
 * @param lossBefore mean loss of x on all its training rows, where it was asked for
 * @param controlChange c_k⁺ − c_k, where it was sent {@link Controls}
 */
public record ClientUpdate(
        int client,
        int round,
        int examples,
        int steps,
        double loss,
        Weights delta,
        @Nullable Double lossBefore,
        @Nullable Weights controlChange) {

    /** An update whose sender was asked for nothing else. */
    public ClientUpdate(
            int client, int round, int examples, int steps, double loss, Weights delta) {
        this(client, round, examples, steps, loss, delta, null, null);
    }

    /** The same with the loss of x. */
    public ClientUpdate withLossBefore(double mean) {
        return new ClientUpdate(client, round, examples, steps, loss, delta, mean, controlChange);
    }

    /** The same with the change of the node's control variate. */
    public ClientUpdate withControlChange(Weights change) {
        return new ClientUpdate(client, round, examples, steps, loss, delta, lossBefore, change);
    }

    /** Bytes of the payload as it would travel: float32 parameters, and controls if it has some. */
    public long bytes() {
        long floats = delta.size();
        return (floats + (controlChange == null ? 0 : controlChange.size())) * Float.BYTES;
    }
}
