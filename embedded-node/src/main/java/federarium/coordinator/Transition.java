package federarium.coordinator;

import federarium.event.FederationEvent;
import java.util.List;

/** One step of the round machine: the state after it, what happened, and what is to be done. */
public record Transition(
        RoundState state, List<FederationEvent> events, List<CoordinatorCommand> commands) {}
