package federarium.transport;

import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.update.ClientUpdate;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import org.jspecify.annotations.Nullable;

/**
 * A node that shows its update to nobody: it trains, keeps what it learned, and hands that in
 * hidden. Deployed on a worker pool, so that neither training nor ciphers hold an event loop up.
 */
public final class HidingNodeVerticle extends VerticleBase {
    private static final int REFUSED = 1;

    private final String address;
    private final int client;
    private final Trainer trainer;
    private final Hiding hiding;
    private @Nullable ClientUpdate kept;

    /**
     * A node of a run.
     *
     * @param client its index in client order
     */
    public HidingNodeVerticle(String run, int client, Trainer trainer, Hiding hiding) {
        this.address = NodeVerticle.address(run, client);
        this.client = client;
        this.trainer = trainer;
        this.hiding = hiding;
    }

    @Override
    public Future<?> start() {
        return vertx.eventBus().<Object>localConsumer(address, this::heard).completion();
    }

    private void heard(Message<Object> message) {
        try {
            message.reply(answer(message.body()));
        } catch (RuntimeException e) {
            message.fail(REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private Object answer(Object message) {
        if (message instanceof TrainUnseen asked) {
            kept = trained(asked);
            return new TrainingEnded(asked.request().round(), client, kept.delta().isFinite());
        }
        return hiding.answer(message, kept);
    }

    private ClientUpdate trained(TrainUnseen asked) {
        try {
            return trainer.train(asked.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException("training failed: " + e.getMessage(), e);
        }
    }
}
