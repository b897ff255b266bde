package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.Step;
import federarium.update.ClientUpdate;
import java.util.List;

/** What the outside tells the round machine. */
public sealed interface CoordinatorInput {

    /** The run begins, or goes on after a round that is already closed. */
    record Begin() implements CoordinatorInput {}

    /** The clock lets the run enter a step. */
    record StepPermitted(int round, Step step) implements CoordinatorInput {}

    /** A node of the cohort sent its update. */
    record UpdateArrived(ClientUpdate update) implements CoordinatorInput {}

    /** A node of the cohort will send none, and why. */
    record UpdateMissing(int round, int client, String reason) implements CoordinatorInput {}

    /** An edge averaged what its nodes sent. */
    record EdgeAnswered(EdgeReport report) implements CoordinatorInput {}

    /** An edge will not answer, and why. */
    record EdgeMissing(int round, int edge, String reason) implements CoordinatorInput {}

    /** What training on the coordinator's own examples gave. */
    record RootTrained(ClientUpdate update) implements CoordinatorInput {}

    /** The model that was asked about has been measured. */
    record ModelMeasured(ModelEvaluated evaluation) implements CoordinatorInput {}

    /** Somebody changed a live setting; it was checked to fit. */
    record SettingRequested(String key, String value) implements CoordinatorInput {}

    /** The yardsticks are known, or known to be skipped. */
    record YardsticksReady(List<FederationEvent> events) implements CoordinatorInput {}
}
