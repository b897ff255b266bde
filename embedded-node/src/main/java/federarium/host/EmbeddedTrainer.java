package federarium.host;

import federarium.client.LocalTraining;
import federarium.client.Sending;
import federarium.client.Sent;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.data.FederatedData;
import federarium.model.LocalModel;
import federarium.random.RandomStreams;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;

/** Trains for the nodes of this process: whichever thread comes brings a model of its own. */
record EmbeddedTrainer(FederatedData data, ModelPool models, NodeMemories memories)
        implements Trainer {

    @Override
    public ClientUpdate train(Train request) {
        int client = request.client();
        ClientUpdate update = models.with(model -> trained(model, request));
        Sent sent =
                new Sending(request.compression())
                        .send(
                                update,
                                memories.of(client),
                                new RandomStreams(request.seed())
                                        .stream("compression", request.round(), client));
        memories.replace(client, sent.memory());
        return sent.update();
    }

    private ClientUpdate trained(LocalModel model, Train request) {
        int client = request.client();
        LocalTraining training =
                new LocalTraining(data.dataset(), request.training(), request.controls());
        int[] rows = data.nodes().get(client).train();
        ClientUpdate update =
                training.train(
                        model,
                        request.model(),
                        rows,
                        client,
                        request.round(),
                        new RandomStreams(request.seed()).stream("rows", request.round(), client));
        return request.asksLoss()
                ? update.withLossBefore(training.loss(model, request.model(), rows))
                : update;
    }
}
