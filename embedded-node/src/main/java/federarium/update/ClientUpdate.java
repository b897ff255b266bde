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
 * @param loss mean training loss over the last pass, whole or not, before each step
 * @param delta Δ, one float32 a parameter, as the receiver has it
 * @param deltaBytes bytes of Δ as it travels: four a parameter, or fewer where it is compressed
 * @param lossBefore mean loss of x on all its training rows, where it was asked for
 * @param controlChange c_k⁺ − c_k, where it was sent a {@link ServerControl}
 */
public record ClientUpdate(
        int client,
        int round,
        int examples,
        int steps,
        double loss,
        Weights delta,
        long deltaBytes,
        @Nullable Double lossBefore,
        @Nullable Weights controlChange) {

    /** An update whose sender was asked for nothing else. */
    public ClientUpdate(
            int client, int round, int examples, int steps, double loss, Weights delta) {
        this(client, round, examples, steps, loss, delta, wholeBytes(delta), null, null);
    }

    /** The same with the loss of x. */
    public ClientUpdate withLossBefore(double mean) {
        return new ClientUpdate(
                client, round, examples, steps, loss, delta, deltaBytes, mean, controlChange);
    }

    /** The same with the change of the node's control variate. */
    public ClientUpdate withControlChange(Weights change) {
        return new ClientUpdate(
                client, round, examples, steps, loss, delta, deltaBytes, lossBefore, change);
    }

    /** The same with other rows and steps said to be behind it. */
    public ClientUpdate claiming(int rows, int taken) {
        return new ClientUpdate(
                client, round, rows, taken, loss, delta, deltaBytes, lossBefore, controlChange);
    }

    /** The same with another Δ, whole. */
    public ClientUpdate of(Weights other) {
        return sentAs(other, wholeBytes(other));
    }

    /** The same with another Δ, which travels in so many bytes. */
    public ClientUpdate sentAs(Weights other, long bytes) {
        return new ClientUpdate(
                client, round, examples, steps, loss, other, bytes, lossBefore, controlChange);
    }

    /** Bytes of the payload as it would travel: Δ, and the change of a control as float32. */
    public long bytes() {
        return deltaBytes + (controlChange == null ? 0 : wholeBytes(controlChange));
    }

    private static long wholeBytes(Weights vector) {
        return (long) vector.size() * Float.BYTES;
    }
}
