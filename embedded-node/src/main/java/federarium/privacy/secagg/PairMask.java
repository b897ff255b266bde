package federarium.privacy.secagg;

/**
 * The mask that one node shares with another: added by the one with the lower number, subtracted by
 * the other, so that the sum of both knows nothing of it.
 *
 * @param key of the mask
 * @param added whether this node adds it
 */
record PairMask(byte[] key, boolean added) {
    static PairMask of(KeySchedule schedule, byte[] agreed, int node, int other) {
        return new PairMask(schedule.pairMask(agreed, node, other), node < other);
    }

    void addTo(int[] vector, MaskGenerator generator) {
        if (added) {
            generator.add(key, vector);
        } else {
            generator.subtract(key, vector);
        }
    }
}
