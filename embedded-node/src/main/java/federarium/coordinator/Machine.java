package federarium.coordinator;

/** A kind of federation as a pure state machine: it reads no clock and touches nothing outside. */
public interface Machine {

    /** What follows from an input; an input that does not belong to the moment changes nothing. */
    Transition step(RoundState state, CoordinatorInput input);
}
