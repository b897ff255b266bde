package federarium.host;

import federarium.client.Ditto;
import federarium.client.FedPer;
import federarium.client.LocalTraining;
import federarium.client.Memory;
import federarium.client.OwnControl;
import federarium.client.OwnNoise;
import federarium.client.RowPrivacy;
import federarium.client.Sending;
import federarium.client.Sent;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.model.LocalModel;
import federarium.privacy.noise.NoiseSource;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains for the nodes of this process: whichever thread comes brings a model of its own.
 *
 * @param models dealt to the nodes in turn
 * @param fedPer where models are cut; null where the global one is a whole one
 */
record EmbeddedTrainer(
        FederatedData data,
        List<ModelPool> models,
        NodeMemories memories,
        NoiseSource noise,
        @Nullable FedPer fedPer)
        implements Trainer {

    @Override
    public ClientUpdate train(Train request) {
        return send(protect(trained(request), request), request);
    }

    /** What the node has learned, before it protects and sends it. */
    Sent trained(Train request) {
        Memory memory = memories.of(request.client());
        ModelPool own = pool(request);
        return controlled(own.with(model -> trained(model, request, memory)), request);
    }

    /** What the node would send had it not trained, as if it had taken all its steps. */
    Sent idle(Train request) {
        int[] rows = rows(request);
        LocalTraining training = new LocalTraining(data.dataset(), request.training());
        double loss = pool(request).with(model -> training.loss(model, request.model(), rows));
        ClientUpdate update =
                new ClientUpdate(
                        request.client(),
                        request.round(),
                        rows.length,
                        request.training().stepsOn(rows.length),
                        loss,
                        Weights.zeros(request.model().size()));
        return new Sent(update, memories.of(request.client()));
    }

    /** Makes it smaller for its way, and remembers what is to be remembered. */
    ClientUpdate send(Sent made, Train request) {
        Sent sent = new Sending(request.compression()).send(made, stream("compression", request));
        memories.sent(request.client(), request.round(), sent);
        return sent.update();
    }

    /** The same where a node has these rows in place of its own. */
    EmbeddedTrainer on(Dataset rows, int client) {
        List<NodeRows> nodes = new ArrayList<>(data.nodes());
        NodeRows own = nodes.get(client);
        int[] all = IntStream.range(0, rows.rows()).toArray();
        nodes.set(client, new NodeRows(own.id(), own.name(), all, new int[0]));
        FederatedData other = new FederatedData(rows, nodes, data.provenance());
        return new EmbeddedTrainer(other, models, memories, noise, fedPer);
    }

    private ModelPool pool(Train request) {
        return models.get(request.client() % models.size());
    }

    private Sent protect(Sent trained, Train request) {
        Privacy privacy = request.privacy();
        return privacy.mechanism() == Mechanism.LOCAL
                ? new Sent(
                        new OwnNoise(
                                        privacy.clipping().norm(),
                                        privacy.noiseMultiplier(),
                                        noise.of(request.round(), request.client()))
                                .protect(trained.update()),
                        trained.memory(),
                        trained.refused())
                : trained;
    }

    private @Nullable RowPrivacy rowPrivacy(Train request) {
        Privacy privacy = request.privacy();
        return privacy.mechanism() == Mechanism.DP_SGD
                ? new RowPrivacy(
                        privacy.clipping().norm(),
                        privacy.noiseMultiplier(),
                        noise.of(request.round(), request.client()))
                : null;
    }

    private static Sent controlled(Sent trained, Train request) {
        Weights change = trained.update().controlChange();
        return request.control() == null || change == null
                ? trained
                : new OwnControl(request.control()).moved(trained, change);
    }

    private Sent trained(LocalModel model, Train request, Memory memory) {
        Controls controls = OwnControl.controls(request.control(), memory);
        if (fedPer != null) {
            Weights whole = fedPer.whole(request.model(), memory);
            ClientUpdate update = update(model, request, whole, fedPer.whole(controls));
            return fedPer.part(update, whole, memory);
        }
        ClientUpdate update = update(model, request, request.model(), controls);
        Memory kept =
                request.personal() instanceof PersonalSpec.Ditto(double lambda)
                        ? own(model, request, lambda, update.steps(), memory)
                        : memory;
        return new Sent(update, kept);
    }

    private ClientUpdate update(
            LocalModel model, Train request, Weights start, @Nullable Controls controls) {
        LocalTraining training =
                new LocalTraining(
                        data.dataset(), request.training(), controls, rowPrivacy(request));
        int client = request.client();
        RandomStream order =
                request.privacy().mechanism() == Mechanism.DP_SGD
                        ? noise.draws(request.round(), client)
                        : stream("rows", request);
        ClientUpdate update =
                training.train(model, start, rows(request), client, request.round(), order);
        return request.asksLoss()
                ? update.withLossBefore(training.loss(model, start, rows(request)))
                : update;
    }

    private Memory own(LocalModel model, Train request, double lambda, int steps, Memory memory) {
        return new Ditto(data.dataset(), request.training(), lambda)
                .train(
                        model,
                        request.model(),
                        rows(request),
                        steps,
                        request.round(),
                        stream("personal rows", request),
                        memory);
    }

    /** The node's training rows in the data. */
    int[] rows(Train request) {
        return data.nodes().get(request.client()).train();
    }

    private static RandomStream stream(String purpose, Train request) {
        return new RandomStreams(request.seed()).stream(purpose, request.round(), request.client());
    }
}
