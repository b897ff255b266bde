package federarium.transport.remote;

import federarium.identity.Pin;
import federarium.identity.PublicIdentity;
import federarium.identity.WordFingerprint;
import federarium.transport.frame.FrameException;
import federarium.transport.lobby.Verdict;
import federarium.transport.wire.Control;
import federarium.transport.wire.ControlJson;
import federarium.transport.wire.Envelope;
import federarium.transport.wire.Greeting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One connection to the door, from its challenge to its end. */
final class Visit implements Seat.Line {
    private static final long GREETING_MILLIS = 10_000;
    private static final long PING_MILLIS = 5_000;
    private static final int MOST_FAULTS = 5;
    private static final int LONGEST_CONTROL = 1 << 16;
    private static final short NORMAL = 1000;
    private static final short POLICY = 1008;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final Door door;
    private final Pin pin;
    private final String address;
    private final String nonce;
    private long timer;
    private int faults;
    private boolean over;
    private boolean ready;
    private Control.@Nullable Hello greeted;
    private @Nullable Integer place;
    private @Nullable Seat seat;

    Visit(Vertx vertx, ServerWebSocket socket, Door door, Pin pin) {
        this.vertx = vertx;
        this.socket = socket;
        this.door = door;
        this.pin = pin;
        this.address = String.valueOf(socket.remoteAddress().hostAddress());
        byte[] drawn = new byte[32];
        RANDOM.nextBytes(drawn);
        this.nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    void open() {
        timer = vertx.setTimer(GREETING_MILLIS, _ -> fault("no greeting came within 10 s"));
        socket.textMessageHandler(this::heard);
        socket.binaryMessageHandler(this::heard);
        socket.exceptionHandler(this::broken);
        socket.closeHandler(_ -> closed());
        say(new Control.Challenge(Integer.parseInt(Envelope.PROTOCOL), nonce));
    }

    /** A network that fails is nobody's fault; a message that cannot be is its sender's. */
    private void broken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof HttpClosedException) {
                over = true;
                socket.close();
                return;
            }
        }
        fault("the message is too large, or none: " + e.getMessage());
        if (!over) {
            dismiss("after a message that cannot be, nothing more is read", true);
        }
    }

    String address() {
        return address;
    }

    /** What people call it. */
    String who() {
        return greeted == null ? address : greeted.name();
    }

    private void heard(String text) {
        try {
            if (text.length() > LONGEST_CONTROL) {
                throw new FrameException(
                        "a control message of %d letters".formatted(text.length()));
            }
            heard(ControlJson.fromNode(text));
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
        }
    }

    private void heard(Buffer frame) {
        try {
            if (seat == null) {
                throw new FrameException("a frame came before the run began");
            }
            seat.heard(frame.getBytes());
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
        }
    }

    private void heard(Control.FromNode message) {
        switch (message) {
            case Control.Hello hello when greeted == null -> greet(hello);
            case Control.Ready rows when greeted != null && place != null && !ready -> {
                ready = true;
                door.ready(this, greeted.key(), place, rows);
            }
            case Control.Unable(String reason) when greeted != null -> {
                door.refused(who(), "it cannot take part: " + shown(reason));
                dismiss("that is a pity", false);
            }
            case Control.Failed(long seq, String reason) when seat != null ->
                    seat.failed(seq, shown(reason));
            default -> throw new FrameException("that message has no place here");
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "…";
    }

    private void greet(Control.Hello hello) {
        if (!door.mayTry(address)) {
            dismiss("too many attempts from this address failed; wait a minute", true);
            return;
        }
        if (hello.protocol() != Integer.parseInt(Envelope.PROTOCOL)) {
            throw new FrameException(
                    "protocol %d is not spoken here; version %s of it is"
                            .formatted(hello.protocol(), Envelope.PROTOCOL));
        }
        if (!hello.name().matches("[^\\p{Cntrl}]{1,40}") || hello.name().isBlank()) {
            throw new FrameException("a node's name has 1 to 40 letters");
        }
        Greeting greeting = new Greeting(door.session(), nonce, pin, hello.name());
        PublicIdentity node = new PublicIdentity(hello.key());
        if (!node.signed(greeting.signedText(), decoded(hello.signature()))) {
            throw new FrameException("the greeting is not signed by the key that it names");
        }
        switch (door.hello(this, hello)) {
            case Verdict.Refused(String reason, boolean again) -> {
                door.refused(hello.name(), reason);
                dismiss(reason, again);
            }
            case Verdict.Asked _ -> {
                admit(hello);
                say(new Control.Waiting(WordFingerprint.of(node)));
            }
            case Verdict.Seated(int at) -> {
                admit(hello);
                seat(at);
            }
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** From now on it is somebody: only silence ends the connection. */
    private void admit(Control.Hello hello) {
        greeted = hello;
        vertx.cancelTimer(timer);
        timer = vertx.setPeriodic(PING_MILLIS, _ -> ping());
    }

    private void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer());
        }
    }

    void seat(int at) {
        place = at;
        say(door.welcome(at));
    }

    boolean sits(int at) {
        return place != null && place == at;
    }

    /** If it is ready, it comes into the run. */
    void enter(BiConsumer<Visit, Integer> into) {
        if (ready && place != null) {
            into.accept(this, place);
        }
    }

    void begin(Control.Begin begin, Seat at) {
        say(begin);
        seat = at;
        at.connected(this);
    }

    @Override
    public void send(Buffer frame) {
        if (!over && !socket.isClosed()) {
            socket.writeFinalBinaryFrame(frame);
        }
    }

    Future<Void> say(Control.FromHost message) {
        return over || socket.isClosed()
                ? Future.succeededFuture()
                : socket.writeFinalTextFrame(ControlJson.write(message));
    }

    /** Something of it is refused; who is not known yet, or errs too often, has to go. */
    private void fault(String reason) {
        if (over) {
            return;
        }
        door.refused(who(), reason);
        if (greeted == null) {
            door.failed(address);
            dismiss(reason, false);
        } else if (++faults >= MOST_FAULTS) {
            dismiss(reason, true);
        } else {
            say(new Control.Refused(reason, true));
        }
    }

    /** Sends it away. */
    void dismiss(String reason, boolean again) {
        var _ = say(new Control.Refused(reason, again));
        over = true;
        socket.close(POLICY);
    }

    boolean wasClosedInOrder() {
        Short code = socket.closeStatusCode();
        return code != null && code == NORMAL;
    }

    private void closed() {
        over = true;
        vertx.cancelTimer(timer);
        if (seat != null) {
            seat.disconnected(this);
        }
        door.closed(this, greeted == null ? null : greeted.key());
    }
}
