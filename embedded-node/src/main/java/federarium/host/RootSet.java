package federarium.host;

import federarium.client.LocalTraining;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.RootTrainer;
import federarium.data.FederatedData;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.update.ClientUpdate;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * The coordinator's own examples under FLTrust: as in the paper's experiments, {@value #EXAMPLES}
 * drawn from all nodes' training rows, once in a run.
 */
record RootSet(FederatedData data, ModelPool models, Workers workers) implements RootTrainer {
    static final int EXAMPLES = 100;

    private static final int NO_SEAT = -1;

    @Override
    public CompletableFuture<ClientUpdate> train(TrainRoot request) {
        return workers.submit(() -> update(request));
    }

    private ClientUpdate update(TrainRoot request) {
        RandomStreams streams = new RandomStreams(request.seed());
        int[] rows = rows(data.train(), streams.stream("root set"));
        RandomStream order = streams.stream("root rows", request.round());
        LocalTraining training = new LocalTraining(data.dataset(), request.training());
        return models.with(model ->
                training.train(model, request.model(), rows, NO_SEAT, request.round(), order));
    }

    /** As many as there are, where there are fewer. */
    static int[] rows(int[] training, RandomStream random) {
        int[] shuffled = training.clone();
        random.shuffle(shuffled);
        return Arrays.copyOf(shuffled, Math.min(EXAMPLES, shuffled.length));
    }
}
