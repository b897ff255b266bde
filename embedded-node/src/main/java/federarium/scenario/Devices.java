package federarium.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes run on, and what is done about slow ones.
 *
 * @param profile {@code uniform}, {@code phones}, {@code silos} or {@code custom}
 * @param custom for that profile, the classes that are dealt to the nodes in turn
 * @param availability chance that a node can take part in a round, or null for its device's own
 * @param gramsPerKilowattHour of CO2
 */
public record Devices(
        String profile,
        List<String> custom,
        @Nullable Double availability,
        Stragglers stragglers,
        double gramsPerKilowattHour) {

    /** The names of the classes of devices. */
    public static final List<String> CLASSES =
            List.of(
                    "computer",
                    "slowPhone",
                    "midPhone",
                    "fastPhone",
                    "smallServer",
                    "midServer",
                    "largeServer");

    /** What is done about slow nodes; seconds are virtual and count from the start of a round. */
    public sealed interface Stragglers {

        /** The virtual second after which an update is refused; infinity where none is. */
        default double deadline() {
            return this instanceof Deadline(double seconds) ? seconds : Double.POSITIVE_INFINITY;
        }

        /** A round ends with its last update. */
        record Wait() implements Stragglers {}

        /** An update that comes later is refused. */
        record Deadline(double seconds) implements Stragglers {}

        /** A node takes as many steps as it can by then, at least one (Li et al. 2020). */
        record Partial(double seconds) implements Stragglers {}
    }
}
