package federarium.host;

import federarium.coordinator.RunPlan;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.event.FederationEvent.NodeJoined;
import federarium.model.ModelFactory;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;

/** What a scenario needs before its run can begin: rows dealt, engine chosen, model drawn. */
record Prepared(FederatedData data, ModelFactory models, Start start) {

    /**
     * @throws BadInputException if the scenario and its data do not go together
     */
    static Prepared of(Scenario scenario, DataCache cache) {
        return scenario.placing(() -> prepare(scenario, cache));
    }

    private static Prepared prepare(Scenario scenario, DataCache cache) {
        Models.preload(scenario);
        FederatedData data = cache.load(scenario);
        scenario.requireClients(data.nodes().size());
        ModelFactory models = Models.of(scenario, data);
        return new Prepared(data, models, Start.of(scenario, data.nodes().size(), models));
    }

    RunPlan plan(String run, Scenario started) {
        return new RunPlan(
                run,
                started,
                data.nodes().stream().map(this::seat).toList(),
                data.dataset().classNames(),
                models.compute(),
                start.model(),
                start.graph());
    }

    private NodeJoined seat(NodeRows node) {
        return new NodeJoined(
                0,
                node.id(),
                node.name(),
                node.train().length,
                node.test().length,
                node.labelCounts(data.dataset()));
    }
}
