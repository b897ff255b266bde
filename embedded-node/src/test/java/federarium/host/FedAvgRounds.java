package federarium.host;

import federarium.client.LocalTraining;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.host.Contributions.Round;
import federarium.incentive.Coalition;
import federarium.incentive.CoalitionModel;
import federarium.incentive.RoundModels;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;

/** The rounds of a scenario under federated averaging, all nodes in each, without an engine. */
record FedAvgRounds(Scenario scenario, FederatedData data, ModelFactory factory, ModelPool models) {

    static FedAvgRounds of(Scenario scenario) {
        FederatedData data = new DataCache().load(scenario, null);
        ModelFactory factory = Models.of(scenario, data);
        return new FedAvgRounds(scenario, data, factory, new ModelPool(factory));
    }

    List<Round> rounds(int count) {
        RandomStreams streams = streams();
        LocalTraining training = new LocalTraining(data.dataset(), scenario.training());
        Weights global = factory.initial(streams);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            List<ClientUpdate> updates = new ArrayList<>();
            for (int k = 0; k < data.nodes().size(); k++) {
                updates.add(update(training, global, number, k, streams));
            }
            Round round = round(number, global, updates);
            rounds.add(round);
            global = together(round);
        }
        return rounds;
    }

    RandomStreams streams() {
        return new RandomStreams(scenario.seed());
    }

    Validation validation(Utility utility) {
        return Validation.of(data, streams(), models, utility);
    }

    /** The model that all updates make. */
    static Weights together(Round round) {
        return new RoundModels(
                        round.model(),
                        round.rate(),
                        round.updates(),
                        round.weights(),
                        CoalitionModel.FIXED)
                .of(Coalition.all(round.updates().size()));
    }

    private ClientUpdate update(
            LocalTraining training, Weights global, int round, int client, RandomStreams streams) {
        NodeRows node = data.nodes().get(client);
        return models.with(model ->
                training.train(
                        model,
                        global,
                        node.train(),
                        client,
                        round,
                        streams.stream("rows", round, client)));
    }

    private static Round round(int number, Weights global, List<ClientUpdate> updates) {
        double total = updates.stream().mapToInt(ClientUpdate::examples).sum();
        return new Round(
                number,
                global,
                1,
                updates.stream().map(ClientUpdate::delta).toList(),
                updates.stream().mapToDouble(update -> update.examples() / total).toArray());
    }
}
