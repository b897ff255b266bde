package federarium.scenario;

import java.util.Locale;

/** When updates are combined. */
public sealed interface Mode {

    /** Once those of a round's cohort are there. */
    record Synchronous() implements Mode {}

    /**
     * Each as it arrives.
     *
     * @param alpha α, its weight when it is not stale
     * @param staleness {@code constant}, {@code polynomial} or {@code hinge}
     * @param a of the two latter
     * @param b of hinge
     */
    record FedAsync(double alpha, String staleness, double a, double b) implements Mode {}

    /** As soon as so many have arrived. */
    record FedBuff(int bufferSize) implements Mode {}

    /** By nobody: neighbours mix their models. */
    record Gossip() implements Mode {}

    /** Arrivals that make a round where clients don't wait for each other; 0 where they do. */
    default int arrivals() {
        return switch (this) {
            case Synchronous _, Gossip _ -> 0;
            case FedAsync _ -> 1;
            case FedBuff buff -> buff.bufferSize();
        };
    }

    /** The mode as it is written in a scenario. */
    default String name() {
        String name = getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
