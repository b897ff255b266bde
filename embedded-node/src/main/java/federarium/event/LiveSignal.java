package federarium.event;

/**
 * Progress worth showing while it happens, which depends on threads and clocks and therefore is
 * neither numbered nor logged. Nothing that counts is learned from a signal alone.
 */
public sealed interface LiveSignal {

    /** The run entered a step of a round. */
    record StepEntered(int round, Step step) implements LiveSignal {}

    /** A node finished its local training of the round. */
    record NodeTrained(int round, String node) implements LiveSignal {}

    /** A yardstick is known already; the log gets it when the run ends. */
    record YardstickKnown(FederationEvent.YardstickMeasured yardstick) implements LiveSignal {}

    /** The run waits for {@link FederationCommand.Play} or a step. */
    record Paused(int round, Step next) implements LiveSignal {}
}
