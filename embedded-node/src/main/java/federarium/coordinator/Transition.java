package federarium.coordinator;

import federarium.event.FederationEvent;
import java.util.List;

/** One step of the round machine: the state after it, what happened, and what is to be done. */
public record Transition(
        RoundState state, List<FederationEvent> events, List<CoordinatorCommand> commands) {

    /** The same with the purses that its events tell of. */
    Transition told() {
        return new Transition(state.with(state.purses().apply(events)), events, commands);
    }
}
