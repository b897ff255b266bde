package federarium.update;

import federarium.random.RandomStream;

/** What becomes of an update between training and travel, such as being made smaller. */
@FunctionalInterface
public interface UpdateTransform {

    /**
     * Transforms one update of one node.
     *
     * @param update Δ, finite
     * @param residual what the node held back of its earlier updates: zeros before the first, then
     *     what the last outcome says
     * @throws IllegalArgumentException if a value is not finite, or the sizes differ
     */
    Outcome apply(Weights update, Weights residual, RandomStream random);

    /**
     * What came of it.
     *
     * @param update as the receiver will have it
     * @param residual what is held back for the next update; where nothing is, what came in
     * @param payload what travels; not to be written to
     */
    record Outcome(Weights update, Weights residual, byte[] payload) {

        /** Bytes of the payload as it travels. */
        public long bytes() {
            return payload.length;
        }
    }
}
