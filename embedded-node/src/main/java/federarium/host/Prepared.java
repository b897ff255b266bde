package federarium.host;

import federarium.client.FedPer;
import federarium.coordinator.Equipment;
import federarium.coordinator.RunPlan;
import federarium.coordinator.SumTerms;
import federarium.data.FederatedData;
import federarium.data.Fingerprint;
import federarium.data.NodeRows;
import federarium.device.Device;
import federarium.device.Fleet;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.model.ModelFactory;
import federarium.privacy.noise.NoiseSource;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario needs before its run can begin: rows and devices dealt, engine chosen, model
 * drawn.
 *
 * @param initial what a node begins with, whole
 * @param start what the run begins with
 * @param fedPer where models are cut; null where the global one is a whole one
 * @param subNetworks what the nodes train
 * @param stake whose rows these are; null where they ship with the program
 */
record Prepared(
        FederatedData data,
        ModelFactory models,
        Weights initial,
        Start start,
        @Nullable FedPer fedPer,
        SubNetworks subNetworks,
        List<Device> devices,
        @Nullable Stake stake) {

    /**
     * @throws BadInputException if the scenario and its data do not go together
     */
    static Prepared of(Scenario scenario, DataCache cache) {
        return scenario.placing(() -> prepare(scenario, cache));
    }

    /**
     * The same rows as a run began with.
     *
     * @throws BadInputException if their file has changed since
     */
    static Prepared again(String run, SettingsJson settings, DataCache cache) {
        Prepared prepared = of(settings.scenario(), cache);
        Stake began = settings.stake();
        Stake now = prepared.stake();
        if (began != null && now != null && !began.file().equals(now.file())) {
            throw new BadInputException(
                    "%s: %s has changed since the run began; put it back as it was, or start a new run"
                            .formatted(run, settings.scenario().data().file()));
        }
        return prepared;
    }

    private static Prepared prepare(Scenario scenario, DataCache cache) {
        Models.preload(scenario);
        String path = scenario.data().file();
        String file = path == null ? null : Fingerprint.ofFile(path);
        FederatedData data = cache.load(scenario, file);
        scenario.requireClients(data.nodes().size());
        scenario.requireClasses(data.dataset().classes());
        ModelFactory models = Models.of(scenario, data);
        int nodes = data.nodes().size();
        RandomStreams streams = new RandomStreams(scenario.seed());
        Start start = Start.of(scenario, nodes, models);
        Weights initial = start.model();
        FedPer cut = null;
        if (scenario.personal() instanceof PersonalSpec.FedPer(int layers)) {
            int parameters = initial.size();
            cut = new FedPer(models.parameters(scenario.model().layers() - layers), initial);
            Room.of(scenario, data)
                    .keeping(scenario, nodes, parameters - cut.shared(), parameters)
                    .require(() -> parameters);
            start = start.sharing(cut.shared());
        }
        int shared = cut == null ? initial.size() : cut.shared();
        SumTerms.check(scenario, nodes, shared);
        return new Prepared(
                data,
                models,
                initial,
                start,
                cut,
                SubNetworks.of(scenario, data.dataset(), models, shared),
                Fleet.of(scenario.devices(), nodes, streams),
                Stake.of(scenario, file, data));
    }

    /**
     * @param opening what is told before the first round, or the first after an interruption
     */
    RunPlan plan(String run, Scenario started, List<FederationEvent> opening) {
        return new RunPlan(
                run,
                started,
                IntStream.range(0, devices.size())
                        .mapToObj(client -> seat(data.nodes().get(client), devices.get(client)))
                        .toList(),
                data.dataset().classNames(),
                models.compute(),
                start.model(),
                new Equipment(
                        devices,
                        models.workPerRow(initial.size()),
                        (long) data.dataset().width() * Float.BYTES),
                start.graph(),
                subNetworks.slices(),
                noise(started),
                opening);
    }

    /** The nodes' ids, in client order. */
    List<String> ids() {
        return data.nodes().stream().map(NodeRows::id).toList();
    }

    /** The rows that ship are nobody's secret, and the nodes that hold them are simulated. */
    static NoiseSource noise(Scenario scenario) {
        return scenario.data().file() == null
                ? NoiseSource.seeded(scenario.seed())
                : NoiseSource.secure(scenario.seed());
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
