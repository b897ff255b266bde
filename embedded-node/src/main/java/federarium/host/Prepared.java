package federarium.host;

import federarium.coordinator.Equipment;
import federarium.coordinator.RunPlan;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.device.Device;
import federarium.device.Fleet;
import federarium.event.FederationEvent.NodeJoined;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.List;
import java.util.stream.IntStream;

/** What a scenario needs before its run can begin: rows and devices dealt, model drawn. */
record Prepared(FederatedData data, ModelFactory models, Weights initial, List<Device> devices) {

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
        RandomStreams streams = new RandomStreams(scenario.seed());
        return new Prepared(
                data,
                models,
                models.initial(streams),
                Fleet.of(scenario.devices(), data.nodes().size(), streams));
    }

    RunPlan plan(String run, Scenario started) {
        return new RunPlan(
                run,
                started,
                IntStream.range(0, devices.size())
                        .mapToObj(client -> seat(data.nodes().get(client), devices.get(client)))
                        .toList(),
                data.dataset().classNames(),
                models.compute(),
                initial,
                new Equipment(
                        devices,
                        models.workPerRow(initial.size()),
                        (long) data.dataset().width() * Float.BYTES));
    }

    private NodeJoined seat(NodeRows node, Device device) {
        return new NodeJoined(
                0,
                node.id(),
                node.name(),
                node.train().length,
                node.test().length,
                node.labelCounts(data.dataset()),
                device.name());
    }
}
