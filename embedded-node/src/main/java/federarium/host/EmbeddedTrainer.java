package federarium.host;

import federarium.client.LocalTraining;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.data.FederatedData;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;

/** Trains for the nodes of this process: whichever thread comes brings a model of its own. */
record EmbeddedTrainer(FederatedData data, ModelPool models, NodeMemories memories)
        implements Trainer {

    @Override
    public ClientUpdate train(Train request) {
        LocalTraining training =
                new LocalTraining(data.dataset(), request.training(), request.controls());
        int[] rows = data.nodes().get(request.client()).train();
        RandomStream order =
                new RandomStreams(request.seed()).stream("rows", request.round(), request.client());
        return models.with(model -> {
            ClientUpdate update =
                    training.train(
                            model, request.model(), rows, request.client(), request.round(), order);
            return request.asksLoss()
                    ? update.withLossBefore(training.loss(model, request.model(), rows))
                    : update;
        });
    }
}
