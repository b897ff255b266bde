package federarium.transport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Questions to others in this process, who may have left. */
record Bus(Vertx vertx) {
    /** Embedded nodes do not vanish silently; a deadline is for those that might. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    <T> Future<T> ask(String address, Object question) {
        DeliveryOptions options =
                new DeliveryOptions().setLocalOnly(true).setSendTimeout(PATIENCE.toMillis());
        return vertx.eventBus().<T>request(address, question, options).map(Message::body);
    }

    /**
     * Why there is no answer, as the log says it.
     *
     * @param left what to say if nobody is there
     */
    static String reason(@Nullable Throwable cause, String left) {
        if (cause instanceof ReplyException reply) {
            return reply.failureType() == ReplyFailure.NO_HANDLERS
                    ? left
                    : String.valueOf(reply.getMessage());
        }
        return String.valueOf(cause);
    }
}
