package federarium.host;

import federarium.client.LocalTraining;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.data.FederatedData;
import federarium.random.RandomStreams;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;

/** Trains for the nodes of this process: whichever thread comes brings a model of its own. */
record EmbeddedTrainer(FederatedData data, ModelPool models) implements Trainer {

    @Override
    public ClientUpdate train(Train request) {
        int client = request.client();
        LocalTraining training = new LocalTraining(data.dataset(), request.training());
        return models.with(model ->
                training.train(
                        model,
                        request.model(),
                        data.nodes().get(client).train(),
                        client,
                        request.round(),
                        new RandomStreams(request.seed()).stream("rows", request.round(), client)));
    }
}
