package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.Step;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Where a run stands.
 *
 * @param round the last round that was started; 0 when the initial model is measured, −1 before
 * @param scenario with all changes that act by now
 * @param model the global model
 * @param carried what the rule carries on from the round before
 * @param cohort this round's clients, in client order
 * @param reports what came back from them so far, by client, until it is combined
 * @param asked what was asked of the outside last, and not answered yet; null before the run begins
 *     or goes on
 * @param bytesUp payload bytes of this round's updates, once combined
 * @param pending changes that act from a later round on
 * @param settled the last round that an earlier life of this run has logged: new changes act after
 *     it
 */
public record RoundState(
        int round,
        Scenario scenario,
        Weights model,
        Carried carried,
        List<Integer> cohort,
        TreePMap<Integer, Report> reports,
        @Nullable CoordinatorCommand asked,
        long bytesUp,
        Changes pending,
        int settled) {

    /** A run before its first event. */
    public static RoundState beginning(RunPlan plan) {
        return beginning(plan.scenario(), plan.initial(), Changes.NONE);
    }

    /** A run before its first event, for which changes are planned already. */
    public static RoundState beginning(Scenario scenario, Weights initial, Changes pending) {
        return new RoundState(
                -1,
                scenario,
                initial,
                Carried.NONE,
                List.of(),
                TreePMap.empty(),
                null,
                0,
                pending,
                0);
    }

    /** A run whose given round is closed. */
    public static RoundState closed(
            Scenario scenario,
            int round,
            Weights model,
            Carried carried,
            Changes pending,
            int settled) {
        return new RoundState(
                round,
                scenario,
                model,
                carried,
                List.of(),
                TreePMap.empty(),
                null,
                0,
                pending,
                settled);
    }

    /**
     * Whether an input belongs to this moment: it answers what was asked last, or changes a setting
     * of a run that is not over.
     */
    boolean awaits(CoordinatorInput input) {
        return switch (input) {
            case Begin _ -> asked == null;
            case StepPermitted(int at, Step step) -> new AwaitPermission(at, step).equals(asked);
            case UpdateArrived(ClientUpdate update) ->
                    awaitsReport(update.round(), update.client());
            case UpdateMissing missing -> awaitsReport(missing.round(), missing.client());
            case RootTrained(ClientUpdate update) ->
                    asked instanceof TrainRoot own && own.round() == update.round();
            case ModelMeasured(ModelEvaluated evaluation) ->
                    asked instanceof Measure measure && measure.round() == evaluation.round();
            case SettingRequested _ -> !(asked instanceof Finish);
            case YardsticksReady _ -> asked instanceof AwaitYardsticks;
        };
    }

    private boolean awaitsReport(int at, int client) {
        return asked instanceof Train
                && at == round
                && Collections.binarySearch(cohort, client) >= 0
                && !reports.containsKey(client);
    }

    RoundState asking(CoordinatorCommand command) {
        return new RoundState(
                round, scenario, model, carried, cohort, reports, command, bytesUp, pending,
                settled);
    }

    RoundState begun() {
        return new RoundState(
                0, scenario, model, carried, cohort, reports, asked, bytesUp, pending, settled);
    }

    /** The updates that can be combined, in client order. */
    List<ClientUpdate> accepted() {
        List<ClientUpdate> updates = new ArrayList<>();
        for (Report report : reports.values()) {
            if (report instanceof Report.Received received && received.isFinite()) {
                updates.add(received.update());
            }
        }
        return updates;
    }

    /** Whether updates came back, and none of them can be combined. */
    boolean diverged() {
        return accepted().isEmpty()
                && reports.values().stream().anyMatch(Report.Received.class::isInstance);
    }

    RoundState withPending(Changes changes) {
        return new RoundState(
                round, scenario, model, carried, cohort, reports, asked, bytesUp, changes, settled);
    }

    /** The round's updates are in the model now and need not be kept. */
    RoundState combined(Aggregate aggregate) {
        long bytes = 0;
        for (Report report : reports.values()) {
            bytes += report instanceof Report.Received received ? received.update().bytes() : 0;
        }
        return new RoundState(
                round,
                scenario,
                aggregate.model(),
                aggregate.carried(),
                cohort,
                TreePMap.empty(),
                asked,
                bytes,
                pending,
                settled);
    }

    RoundState withReport(int client, Report report) {
        return new RoundState(
                round,
                scenario,
                model,
                carried,
                cohort,
                reports.plus(client, report),
                asked,
                bytesUp,
                pending,
                settled);
    }
}
