package federarium.device;

/**
 * A simulated machine: what a node's share of a round takes on it in virtual seconds and joules.
 *
 * <p>seconds = latency + down ÷ downlink + work ÷ speed + latency + up ÷ uplink; joules = work ÷
 * speed · watts + (down + up) · joulesPerByte. Nothing here is measured and nobody waits.
 *
 * @param name for people
 * @param speed floating-point operations a second, sustained in training
 * @param up bytes a second to the coordinator
 * @param down bytes a second from it
 * @param latency seconds one way
 * @param availability chance that it can take part in a round
 * @param watts while it computes
 * @param joulesPerByte for a byte sent or received, at the device alone: the network's own energy
 *     is not counted
 */
public record Device(
        String name,
        double speed,
        double up,
        double down,
        double latency,
        double availability,
        double watts,
        double joulesPerByte) {

    /** Seconds from sending the model to having the update. */
    public double seconds(long bytesDown, double work, long bytesUp) {
        return latency + bytesDown / down + work / speed + latency + bytesUp / up;
    }

    /** The work that fits between sending the model and having the update; below 0 if none. */
    public double workWithin(double seconds, long bytesDown, long bytesUp) {
        return (seconds - seconds(bytesDown, 0, bytesUp)) * speed;
    }

    /** Joules of computing and of sending and receiving. */
    public double joules(double work, long bytes) {
        return work / speed * watts + bytes * joulesPerByte;
    }
}
