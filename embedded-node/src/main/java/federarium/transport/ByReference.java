package federarium.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;

/**
 * Passes an immutable object over the local event bus as it is.
 *
 * @param <T> its type
 */
final class ByReference<T> implements MessageCodec<T, T> {
    private final Class<T> type;

    private ByReference(Class<T> type) {
        this.type = type;
    }

    static <T> void register(EventBus bus, Class<T> type) {
        bus.registerDefaultCodec(type, new ByReference<>(type));
    }

    @Override
    public T transform(T message) {
        return message;
    }

    @Override
    public String name() {
        return "by reference: " + type.getName();
    }

    @Override
    public void encodeToWire(Buffer buffer, T message) {
        throw new IllegalStateException(type.getSimpleName() + " stays in this process");
    }

    @Override
    public T decodeFromWire(int position, Buffer buffer) {
        throw new IllegalStateException(type.getSimpleName() + " stays in this process");
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }
}
