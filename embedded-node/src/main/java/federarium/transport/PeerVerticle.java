package federarium.transport;

import federarium.coordinator.CoordinatorCommand.PeerMix;
import federarium.coordinator.CoordinatorCommand.PeerSend;
import federarium.coordinator.CoordinatorCommand.PeerTrain;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.PeerMixed;
import federarium.coordinator.CoordinatorInput.PeerSent;
import federarium.coordinator.CoordinatorInput.PeerTrained;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A node without a coordinator: keeps a model of its own, trains it, sends it straight to its
 * neighbours and mixes it with theirs, each when the clock says so. Deployed on a worker pool.
 */
public final class PeerVerticle extends VerticleBase {
    private static final int FAILED = 1;

    private final String run;
    private final int client;
    private final Trainer trainer;
    private final Map<Integer, Weights> heard = new TreeMap<>();
    private int heardIn;
    private Weights model;

    /** The model after this round's training, before it is mixed. */
    private Weights trained;

    /**
     * A node of a run.
     *
     * @param client its index in client order
     * @param model what it has learned so far
     */
    public PeerVerticle(String run, int client, Weights model, Trainer trainer) {
        this.run = run;
        this.client = client;
        this.model = model;
        this.trained = model;
        this.trainer = trainer;
    }

    /**
     * Where it listens.
     *
     * @param what {@code train}, {@code send}, {@code model} or {@code mix}
     */
    static String address(String run, int client, String what) {
        return "run/" + run + "/peer/" + client + "/" + what;
    }

    @Override
    public Future<?> start() {
        return Future.all(
                List.of(
                        answering("train", (PeerTrain asked) -> train(asked)),
                        answering("mix", (PeerMix asked) -> mix(asked)),
                        answering("model", (PeerModel sent) -> hear(sent)),
                        vertx.eventBus()
                                .localConsumer(
                                        address(run, client, "send"),
                                        (Message<PeerSend> asked) -> send(asked))
                                .completion()));
    }

    private <T> Future<Void> answering(String what, Function<T, Object> answer) {
        return vertx.eventBus()
                .localConsumer(
                        address(run, client, what),
                        (Message<T> message) -> {
                            try {
                                message.reply(answer.apply(message.body()));
                            } catch (RuntimeException e) {
                                message.fail(FAILED, what + " failed: " + e.getMessage());
                            }
                        })
                .completion();
    }

    private PeerTrained train(PeerTrain asked) {
        Train request = asked.from(model);
        ClientUpdate update = trainer.train(request);
        trained = model.plus(update.delta());
        return new PeerTrained(
                asked.round(),
                client,
                update.examples(),
                update.steps(),
                update.loss(),
                update.delta().norm());
    }

    private void send(Message<PeerSend> message) {
        PeerSend asked = message.body();
        PeerModel own = new PeerModel(asked.round(), client, trained);
        List<Future<Object>> sending =
                asked.neighbours().stream()
                        .map(each -> new Bus(vertx).ask(address(run, each, "model"), own))
                        .toList();
        Future.join(sending)
                .onComplete(_ -> {
                    long delivered = sending.stream().filter(Future::succeeded).count();
                    message.reply(new PeerSent(asked.round(), client, (int) delivered));
                });
    }

    /** The least of an answer: that it is there. */
    private Boolean hear(PeerModel sent) {
        if (sent.round() != heardIn) {
            heard.clear();
            heardIn = sent.round();
        }
        heard.put(sent.from(), sent.model());
        return true;
    }

    private PeerMixed mix(PeerMix asked) {
        model = asked.mixed(trained, heard);
        heard.clear();
        return new PeerMixed(asked.round(), client, model);
    }
}
