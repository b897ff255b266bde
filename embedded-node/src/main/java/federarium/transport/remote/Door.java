package federarium.transport.remote;

import federarium.identity.PublicIdentity;
import federarium.transport.NodeVerticle;
import federarium.transport.lobby.Guest;
import federarium.transport.lobby.Lobby;
import federarium.transport.lobby.Verdict;
import federarium.transport.wire.Control;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes of other machines come in: WebSocket over TLS 1.3. Before a run it seats them; in a
 * run it stands at their addresses on the bus, so that the coordinator asks them as it asks any
 * node. All of it happens on one context.
 */
public final class Door extends VerticleBase {
    /** The path that a node asks for. */
    public static final String PATH = "/federarium";

    private static final int SILENCE_SECONDS = 15;
    private static final int MOST_VISITS = 2000;
    private static final int REFUSED = 1;
    private static final long LINGERING_MILLIS = 10_000;

    private final Entrance entrance;
    private final Lobby lobby;
    private final String session;
    private final Host host;
    private final Map<String, Visit> seated = new HashMap<>();
    private final Set<Visit> visits = new HashSet<>();
    private final Map<Integer, Seat> seats = new TreeMap<>();
    private final Set<Integer> absent = new HashSet<>();
    private final Promise<Void> allLeft = Promise.promise();
    private Control.@Nullable Begin begun;
    private Control.@Nullable Ended ended;
    private @Nullable HttpServer server;

    /**
     * A door that is opened by deploying it.
     *
     * @param session that the lobby's link names
     */
    public Door(Entrance entrance, Lobby lobby, String session, Host host) {
        this.entrance = entrance;
        this.lobby = lobby;
        this.session = session;
        this.host = host;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setPort(entrance.port())
                        .setSsl(true)
                        .setKeyCertOptions(keys())
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                        .setMaxWebSocketFrameSize(entrance.largest())
                        .setMaxWebSocketMessageSize(entrance.largest())
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setReadIdleTimeout(SILENCE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS);
        server =
                vertx.createHttpServer(options)
                        .requestHandler(request -> request.response().setStatusCode(404).end())
                        .webSocketHandshakeHandler(handshake -> {
                            if (!handshake.path().equals(PATH) || visits.size() >= MOST_VISITS) {
                                handshake.reject(404);
                            } else {
                                handshake.accept();
                            }
                        })
                        .webSocketHandler(this::visited)
                        // A broken handshake is the visitor's affair.
                        .exceptionHandler(_ -> {});
        return server.listen();
    }

    private KeyCertOptions keys() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "host",
                    entrance.certificate().privateKey(),
                    new char[0],
                    new Certificate[] {entrance.certificate().certificate()});
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, new char[0]);
            return KeyCertOptions.wrap(factory);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key made here serves TLS", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return Objects.requireNonNull(server).actualPort();
    }

    private void visited(ServerWebSocket socket) {
        Visit visit = new Visit(vertx, socket, this, entrance.certificate().pin());
        visits.add(visit);
        visit.open();
    }

    // From a visit, on this context.

    String session() {
        return session;
    }

    boolean mayTry(String address) {
        return lobby.mayTry(address, Instant.now());
    }

    void refused(String who, String reason) {
        host.refused(who, reason);
    }

    void failed(String address) {
        lobby.failed(address, Instant.now());
    }

    Verdict hello(Visit visit, Control.Hello hello) {
        Verdict verdict =
                lobby.hello(
                        hello.key(),
                        hello.name(),
                        hello.session(),
                        hello.token(),
                        visit.address(),
                        Instant.now());
        if (!(verdict instanceof Verdict.Refused)) {
            Visit before = seated.put(hello.key(), visit);
            if (before != null) {
                before.dismiss("this node has come in by another connection", false);
            }
            changed();
        }
        return verdict;
    }

    Control.Welcome welcome(int seat) {
        return host.welcome(seat);
    }

    void ready(Visit visit, String key, int seat, Control.Ready ready) {
        String objection = host.objection(seat, ready);
        if (objection != null) {
            lobby.remove(key);
            visit.dismiss(objection, false);
            host.refused(visit.who(), objection);
        } else {
            lobby.ready(key, ready.examples());
            if (begun != null) {
                enter(visit, seat);
            }
        }
        changed();
    }

    private void enter(Visit visit, int seat) {
        if (ended != null) {
            leave(visit);
            return;
        }
        Seat place = seats.get(seat);
        if (place != null && begun != null) {
            visit.begin(begun, place);
        }
    }

    void closed(Visit visit, @Nullable String key) {
        visits.remove(visit);
        left(visit);
        if (key != null && seated.remove(key, visit)) {
            lobby.away(key);
            changed();
        }
    }

    private void changed() {
        host.changed(lobby.guests());
    }

    // From the host, on any thread.

    /** Lets somebody in who asked. */
    public void approve(String key) {
        here(() -> lobby.approve(key).ifPresent(seat -> visitOf(key, visit -> visit.seat(seat))));
    }

    /** Sends somebody away, who may ask again or, blocked, may not. */
    public void remove(String key, boolean blocked) {
        here(() -> {
            if (blocked) {
                lobby.block(key);
            } else {
                lobby.remove(key);
            }
            visitOf(
                    key,
                    visit ->
                            visit.dismiss(
                                    blocked
                                            ? "the host has blocked this machine"
                                            : "the host has removed this machine",
                                    false));
        });
    }

    /** Lets nobody new in, or does again. */
    public void lock(boolean on) {
        here(() -> lobby.lock(on));
    }

    private void visitOf(String key, Consumer<Visit> then) {
        Visit visit = seated.get(key);
        if (visit != null) {
            then.accept(visit);
        }
    }

    private void here(Runnable change) {
        context.runOnContext(_ -> {
            change.run();
            changed();
        });
    }

    /** The run begins: from now on the seats' nodes are at their addresses. */
    public Future<Void> begin(Control.Begin begin) {
        return onContext(() -> {
            lobby.begin();
            begun = begin;
            for (Guest guest : lobby.guests()) {
                Integer seat = guest.seat();
                if (seat != null) {
                    seats.put(seat, seat(begin, guest, seat));
                }
            }
            seated.values().forEach(visit -> visit.enter(this::enter));
            return Future.all(
                            seats.entrySet().stream()
                                    .map(each -> stand(begin.run(), each))
                                    .toList())
                    .mapEmpty();
        });
    }

    private Seat seat(Control.Begin begin, Guest guest, int seat) {
        return new Seat(
                vertx,
                session,
                begin.epoch(),
                new PublicIdentity(guest.key()),
                new Answers(seat, guest.examples()),
                entrance.patience());
    }

    private Future<Void> stand(String run, Map.Entry<Integer, Seat> place) {
        return vertx.eventBus()
                .localConsumer(
                        NodeVerticle.address(run, place.getKey()),
                        (Message<Record> message) ->
                                place.getValue()
                                        .ask(message.body())
                                        .onSuccess(message::reply)
                                        .onFailure(e ->
                                                message.fail(
                                                        REFUSED, String.valueOf(e.getMessage()))))
                .completion();
    }

    /** Tells every node something that needs no answer. */
    public void tell(Record message) {
        context.runOnContext(_ -> seats.values().forEach(seat -> seat.tell(message)));
    }

    /** Tells the people at a node where the run stands. */
    public void tell(int seat, Control.News news) {
        context.runOnContext(_ ->
                seated.values().stream()
                        .filter(visit -> visit.sits(seat))
                        .forEach(visit -> visit.say(news)));
    }

    /**
     * The run is over: everybody is told, and leaves. Who is away just now is waited for a little.
     */
    public Future<Void> end(Control.Ended how) {
        return onContext(() -> {
            ended = how;
            seats.values().forEach(Seat::end);
            absent.addAll(seats.keySet());
            List.copyOf(visits).forEach(this::leave);
            if (seats.isEmpty()) {
                allLeft.tryComplete();
            }
            vertx.setTimer(LINGERING_MILLIS, _ -> allLeft.tryComplete());
            return allLeft.future();
        });
    }

    private void leave(Visit visit) {
        if (ended != null) {
            visit.say(ended);
        }
    }

    /** Who has heard how it ended says so by closing the connection in order. */
    private void left(Visit visit) {
        if (ended != null && visit.wasClosedInOrder()) {
            absent.removeIf(visit::sits);
            if (absent.isEmpty()) {
                allLeft.tryComplete();
            }
        }
    }

    private Future<Void> onContext(Supplier<Future<Void>> work) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(_ -> work.get().onComplete(done));
        return done.future();
    }
}
