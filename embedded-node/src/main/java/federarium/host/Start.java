package federarium.host;

import federarium.coordinator.Changes;
import federarium.coordinator.LocalModels;
import federarium.coordinator.RoundState;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import federarium.update.Weights;

/** The models that a run starts from: the global one, and those beside it. */
record Start(Weights model, LocalModels locals) {

    static Start of(Scenario scenario, Weights initial) {
        return switch (scenario.topology()) {
            case Topology.Star _ -> new Start(initial, LocalModels.NONE);
            case Topology.Hierarchical hierarchy ->
                    new Start(initial, LocalModels.copies(hierarchy.edges(), initial));
        };
    }

    /** A run before its first event. */
    RoundState state(Scenario scenario, Changes pending) {
        return RoundState.beginning(scenario, model, pending).with(locals);
    }
}
