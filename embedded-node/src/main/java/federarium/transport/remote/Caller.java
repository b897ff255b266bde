package federarium.transport.remote;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.identity.JoinLink;
import federarium.identity.NodeIdentity;
import federarium.identity.PinnedTrust;
import federarium.transport.NodeVerticle;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.FrameFormat;
import federarium.transport.wire.Body;
import federarium.transport.wire.Control;
import federarium.transport.wire.ControlJson;
import federarium.transport.wire.Envelope;
import federarium.transport.wire.Greeting;
import federarium.transport.wire.Messages;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.TrustOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The node's end of a connection to a coordinator on another machine: greets, hands questions to
 * the node on this bus, signs what it answers. When the connection is lost it calls again, after a
 * time that grows and is not the same for all; a question that comes twice gets the same answer.
 */
public final class Caller extends VerticleBase {
    private static final int SILENCE_SECONDS = 15;
    private static final int LARGEST = 1 << 28;
    private static final int ATTEMPTS_AT_FIRST = 3;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int ANSWERS_KEPT = 8;
    private static final Duration TRAINING = Duration.ofDays(1);
    private static final SecureRandom JITTER = new SecureRandom();

    private final JoinLink link;
    private final NodeIdentity identity;
    private final String name;
    private final Visitor visitor;
    private final CompletableFuture<Control.Ended> finished = new CompletableFuture<>();
    private final Map<Long, Buffer> answered = new LinkedHashMap<>();
    private Future<Void> there = Future.succeededFuture();
    private long working;
    private int attempts;
    private boolean known;
    private long lostAt;
    private boolean over;
    private @Nullable WebSocketClient client;
    private @Nullable WebSocket line;
    private @Nullable WebSocket entered;
    private Control.@Nullable Welcome welcome;
    private Control.@Nullable Begin begun;

    public Caller(JoinLink link, NodeIdentity identity, String name, Visitor visitor) {
        this.link = link;
        this.identity = identity;
        this.name = name;
        this.visitor = visitor;
    }

    /** Completes when the run has ended; fails with a {@link FrameException} if it is refused. */
    public CompletableFuture<Control.Ended> finished() {
        return finished;
    }

    @Override
    public Future<?> start() {
        client =
                vertx.createWebSocketClient(
                        new WebSocketClientOptions()
                                .setSsl(true)
                                .setTrustOptions(TrustOptions.wrap(new PinnedTrust(link.pin())))
                                .setVerifyHost(false)
                                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                                .setMaxFrameSize(LARGEST)
                                .setMaxMessageSize(LARGEST)
                                .setConnectTimeout(5_000)
                                .setReadIdleTimeout(SILENCE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        context.runOnContext(_ -> call());
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        finished.cancel(false);
        if (line != null) {
            line.close();
        }
        return Future.succeededFuture();
    }

    private void call() {
        if (finished.isDone() || client == null) {
            return;
        }
        String host = link.hosts().get(attempts % link.hosts().size());
        attempts++;
        client.connect(
                        new WebSocketConnectOptions()
                                .setHost(host)
                                .setPort(link.port())
                                .setURI(Door.PATH)
                                .setSsl(true))
                .onSuccess(this::connected)
                .onFailure(e -> again("%s does not answer: %s".formatted(host, reason(e))));
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void again(String why) {
        if (over || finished.isDone()) {
            return;
        }
        visitor.connection(why);
        int rounds = attempts / link.hosts().size();
        if (!known && rounds >= ATTEMPTS_AT_FIRST) {
            finished.completeExceptionally(
                    new FrameException(
                            why + "; is this machine in the same network as the host's?"));
            return;
        }
        if (known && lostAt == 0) {
            lostAt = System.nanoTime();
        } else if (known && System.nanoTime() - lostAt > PATIENCE.toNanos()) {
            finished.completeExceptionally(
                    new FrameException("the host has not answered for an hour"));
            return;
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(rounds, 5));
        vertx.setTimer(pause / 2 + JITTER.nextLong(pause), _ -> call());
    }

    private void connected(WebSocket socket) {
        if (socket.isClosed()) {
            again("the connection was lost");
            return;
        }
        line = socket;
        socket.textMessageHandler(text -> heard(socket, text));
        socket.binaryMessageHandler(frame -> {
            if (socket == line) {
                asked(frame);
            }
        });
        socket.exceptionHandler(_ -> socket.close());
        socket.closeHandler(_ -> {
            if (line == socket) {
                line = null;
                again("the connection was lost");
            }
        });
    }

    private void heard(WebSocket socket, String text) {
        if (socket != line) {
            return;
        }
        try {
            heard(socket, ControlJson.fromHost(text));
        } catch (FrameException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void heard(WebSocket socket, Control.FromHost message) {
        switch (message) {
            case Control.Challenge challenge -> greet(challenge);
            case Control.Welcome seated -> {
                known = true;
                attempts = 0;
                lostAt = 0;
                welcome = seated;
                visitor.connection(null);
                visitor.told(seated);
                visitor.prepare(seated)
                        .onComplete(rows -> {
                            if (line == socket) {
                                say(
                                        rows.succeeded()
                                                ? rows.result()
                                                : new Control.Unable(reason(rows.cause())));
                            }
                            if (rows.failed()) {
                                fail(reason(rows.cause()));
                            }
                        });
            }
            case Control.Begin begin -> begin(begin);
            case Control.Refused(String why, boolean again) -> {
                visitor.told(message);
                if (!again) {
                    fail(why);
                }
            }
            case Control.Ended ended when ended.status().equals(Control.Ended.INTERRUPTED) -> {
                visitor.told(ended);
                socket.close();
            }
            case Control.Ended ended -> {
                visitor.told(ended);
                over = true;
                socket.close().onComplete(_ -> finished.complete(ended));
            }
            case Control.Waiting _, Control.News _ -> {
                known = true;
                visitor.told(message);
            }
        }
    }

    private void fail(String why) {
        finished.completeExceptionally(new FrameException(why));
        if (line != null) {
            line.close();
        }
    }

    private void greet(Control.Challenge challenge) {
        if (challenge.protocol() != Integer.parseInt(Envelope.PROTOCOL)) {
            fail(
                    "the host speaks protocol %d; this program speaks %s"
                            .formatted(challenge.protocol(), Envelope.PROTOCOL));
            return;
        }
        byte[] signature =
                identity.sign(
                        new Greeting(link.session(), challenge.nonce(), link.pin(), name)
                                .signedText());
        say(
                new Control.Hello(
                        challenge.protocol(),
                        link.session(),
                        link.token().text(),
                        identity.known().text(),
                        name,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(signature)));
    }

    private void say(Control.FromNode message) {
        WebSocket socket = line;
        if (socket != null && !socket.isClosed()) {
            socket.writeFinalTextFrame(ControlJson.write(message));
        }
    }

    private void begin(Control.Begin begin) {
        Control.Welcome seated = welcome;
        entered = line;
        if (seated == null || begin.equals(begun)) {
            return;
        }
        begun = begin;
        answered.clear();
        working = 0;
        there = visitor.begin(begin, seated.seat()).onFailure(e -> fail(reason(e)));
    }

    private void asked(Buffer frame) {
        try {
            Envelope envelope = Envelope.of(FrameFormat.read(frame.getBytes()));
            if (begun == null
                    || welcome == null
                    || !envelope.session().equals(link.session())
                    || envelope.epoch() != begun.epoch()) {
                throw new FrameException("a question of another run");
            }
            Record question =
                    Messages.question(
                            new Body(envelope.type(), envelope.body(), envelope.tensors()));
            if (question instanceof TellTaken taken) {
                visitor.taken(taken);
            } else {
                answer(envelope, question);
            }
        } catch (FrameException e) {
            fail("the host sent what is no question: " + e.getMessage());
        }
    }

    private void answer(Envelope envelope, Record question) {
        Buffer before = answered.get(envelope.seq());
        if (before != null) {
            send(before);
            return;
        }
        if (envelope.seq() <= working) {
            return;
        }
        working = envelope.seq();
        String objection = visitor.objection(question);
        if (objection != null) {
            failed(envelope.seq(), objection);
            return;
        }
        Control.Begin run = begun;
        Control.Welcome seated = welcome;
        if (run == null || seated == null) {
            return;
        }
        there.compose(_ ->
                        vertx.eventBus()
                                .<Record>request(
                                        NodeVerticle.address(run.run(), seated.seat()),
                                        question,
                                        new DeliveryOptions()
                                                .setLocalOnly(true)
                                                .setSendTimeout(TRAINING.toMillis())))
                .map(Message::body)
                .onSuccess(answer -> send(run, envelope.seq(), answer))
                .onFailure(e -> failed(envelope.seq(), reason(e)));
    }

    /** Asked again, because nobody heard this, it tries again. */
    private void failed(long seq, String why) {
        working = Math.min(working, seq - 1);
        if (line == entered && !finished.isDone()) {
            say(new Control.Failed(seq, why));
        }
    }

    private void send(Control.Begin run, long seq, Record answer) {
        if (!run.equals(begun)) {
            return;
        }
        Body body = Messages.write(answer);
        Envelope envelope =
                new Envelope(
                        body.type(),
                        link.session(),
                        run.epoch(),
                        seq,
                        body.json(),
                        body.tensors(),
                        null);
        Buffer frame = Buffer.buffer(FrameFormat.write(envelope.signed(identity::sign).frame()));
        answered.put(seq, frame);
        if (answered.size() > ANSWERS_KEPT) {
            answered.remove(answered.keySet().iterator().next());
        }
        send(frame);
    }

    /** Not before the host has let this connection in: it asks again then. */
    private void send(Buffer frame) {
        WebSocket socket = line;
        if (socket != null && socket == entered && !socket.isClosed()) {
            socket.writeFinalBinaryFrame(frame);
        }
    }
}
