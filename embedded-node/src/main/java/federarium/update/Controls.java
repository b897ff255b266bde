package federarium.update;

/**
 * The control variates that a node trains with under SCAFFOLD: its steps go along g − c_k + c.
 *
 * @param server c, one float32 a parameter
 * @param own c_k, the node's
 */
public record Controls(Weights server, Weights own) {

    /** c_k − c, what a step adds to −g. */
    public Weights correction() {
        float[] correction = own.toArray();
        server.addTo(correction, -1);
        return Weights.owning(correction);
    }

    /**
     * c_k⁺ − c_k = (x − y_k) ÷ (τ η_l) − c, after training (option II of the paper).
     *
     * @param delta y_k − x
     * @param steps τ
     * @param learningRate η_l, above 0
     */
    public Weights change(Weights delta, int steps, double learningRate) {
        float[] change = new float[delta.size()];
        server.addTo(change, -1);
        delta.addTo(change, (float) (-1 / (steps * learningRate)));
        return Weights.owning(change);
    }
}
