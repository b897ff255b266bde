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
 */
public record ClientUpdate(
        int client,
        int round,
        int examples,
        int steps,
        double loss,
        Weights delta,
        @Nullable Double lossBefore) {

    /** An update whose sender was asked for nothing else. */
    public ClientUpdate(
            int client, int round, int examples, int steps, double loss, Weights delta) {
        this(client, round, examples, steps, loss, delta, null);
    }

    /** The same with the loss of x. */
    public ClientUpdate withLossBefore(double mean) {
        return new ClientUpdate(client, round, examples, steps, loss, delta, mean);
    }

    /** Bytes of the payload as it would travel: float32 parameters. */
    public long bytes() {
        return (long) delta.size() * Float.BYTES;
    }
}
