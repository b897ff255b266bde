package federarium.transport.remote;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network between nodes and their coordinator that does what it is told to: bytes go through as
 * they are until a fault is set, which then holds for the connections that are open.
 */
public final class FaultProxy implements AutoCloseable {
    private final Vertx vertx;
    private final NetServer server;
    private final NetClient client;
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** What becomes of bytes on their way. */
    public enum Fault {
        /** They arrive. */
        NONE,
        /** They arrive a tenth of a second later. */
        DELAY,
        /** Neither side hears anything any more, and neither is told. */
        HALF_OPEN,
        /** They arrive one by one. */
        TRICKLE,
        /** One bit of each piece is another. */
        CORRUPT
    }

    private final class Pair {
        private final NetSocket near;
        private final NetSocket far;
        private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

        Pair(NetSocket near, NetSocket far) {
            this.near = near;
            this.far = far;
        }

        void flow() {
            pass(near, far);
            pass(far, near);
            near.closeHandler(_ -> end(far));
            far.closeHandler(_ -> end(near));
        }

        private void end(NetSocket other) {
            if (fault.get() != Fault.HALF_OPEN) {
                open.remove(this);
                other.close();
            }
        }

        private void pass(NetSocket from, NetSocket to) {
            from.exceptionHandler(_ -> {});
            from.handler(bytes -> {
                switch (fault.get()) {
                    case NONE -> to.write(bytes);
                    case DELAY -> vertx.setTimer(100, _ -> to.write(bytes));
                    case HALF_OPEN -> {}
                    case TRICKLE -> {
                        for (int i = 0; i < bytes.length(); i++) {
                            to.write(bytes.getBuffer(i, i + 1));
                        }
                    }
                    case CORRUPT -> to.write(flipped(bytes));
                }
            });
        }

        private static Buffer flipped(Buffer bytes) {
            int middle = bytes.length() / 2;
            return bytes.copy().setByte(middle, (byte) (bytes.getByte(middle) ^ 1));
        }
    }

    private FaultProxy(Vertx vertx, NetServer server, NetClient client) {
        this.vertx = vertx;
        this.server = server;
        this.client = client;
    }

    /** Stands before a port of this machine. */
    public static FaultProxy before(int port) {
        Vertx vertx = Vertx.vertx();
        FaultProxy proxy = new FaultProxy(vertx, vertx.createNetServer(), vertx.createNetClient());
        proxy.server.connectHandler(near -> proxy.connect(near, port));
        await(proxy.server.listen(0, "127.0.0.1"));
        return proxy;
    }

    private void connect(NetSocket near, int port) {
        near.pause();
        connections.incrementAndGet();
        client.connect(port, "127.0.0.1")
                .onSuccess(far -> {
                    Pair pair = new Pair(near, far);
                    open.add(pair);
                    pair.flow();
                    near.resume();
                })
                .onFailure(_ -> near.close());
    }

    public int port() {
        return server.actualPort();
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    /** What becomes of the bytes of all connections that are open now. */
    public void set(Fault fault) {
        open.forEach(pair -> pair.fault.set(fault));
    }

    /** Cuts all connections. */
    public void cut() {
        open.forEach(pair -> pair.near.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
