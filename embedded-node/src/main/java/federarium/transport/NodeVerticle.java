package federarium.transport;

import federarium.coordinator.CoordinatorCommand.Train;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

/**
 * A node: waits at its address for a model, trains it, replies with the update. Deployed on a
 * worker pool, so that training never holds an event loop up.
 */
public final class NodeVerticle extends VerticleBase {
    private static final int TRAINING_FAILED = 1;

    private final String address;
    private final Trainer trainer;

    /**
     * A node of a run.
     *
     * @param client its index in client order
     */
    public NodeVerticle(String run, int client, Trainer trainer) {
        this.address = address(run, client);
        this.trainer = trainer;
    }

    /** Where a node listens on the bus. */
    public static String address(String run, int client) {
        return "run/" + run + "/node/" + client;
    }

    @Override
    public Future<?> start() {
        MessageConsumer<Train> consumer = vertx.eventBus().localConsumer(address, this::train);
        return consumer.completion();
    }

    private void train(Message<Train> message) {
        try {
            message.reply(trainer.train(message.body()));
        } catch (RuntimeException e) {
            message.fail(TRAINING_FAILED, "training failed: " + e.getMessage());
        }
    }
}
