package federarium.transport.remote;

import federarium.identity.PublicIdentity;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.FrameFormat;
import federarium.transport.wire.Body;
import federarium.transport.wire.Envelope;
import federarium.transport.wire.Messages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node of another machine as the run sees it: asked, it answers or fails within its time. While
 * its connection is gone its questions wait, and are asked again when it is back. Belongs to one
 * context.
 */
final class Seat {
    private final Vertx vertx;
    private final String session;
    private final long epoch;
    private final PublicIdentity owner;
    private final Answers answers;
    private final Duration patience;
    private final SortedMap<Long, Open> open = new TreeMap<>();
    private long asked;
    private boolean silent;
    private @Nullable Line line;
    private @Nullable Buffer told;

    /** How messages get to the node, while there is a way. */
    interface Line {
        void send(Buffer frame);
    }

    private record Open(Record question, Buffer frame, Promise<Record> answer, long timer) {}

    Seat(
            Vertx vertx,
            String session,
            long epoch,
            PublicIdentity owner,
            Answers answers,
            Duration patience) {
        this.vertx = vertx;
        this.session = session;
        this.epoch = epoch;
        this.owner = owner;
        this.answers = answers;
        this.patience = patience;
    }

    /**
     * The node's answer; fails with a sentence if it comes too late, or is none. Who has let one
     * question's time run out and has not been heard of since is not waited for again.
     */
    Future<Record> ask(Record question) {
        if (silent && line == null) {
            return Future.failedFuture("the node is away");
        }
        long seq = ++asked;
        Buffer frame = frame(seq, question);
        Promise<Record> answer = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), _ -> late(seq));
        open.put(seq, new Open(question, frame, answer, timer));
        send(frame);
        return answer.future();
    }

    /** Says something that needs no answer; the last of it is said again to a node that is back. */
    void tell(Record message) {
        Buffer frame = frame(++asked, message);
        told = frame;
        send(frame);
    }

    private Buffer frame(long seq, Record message) {
        Body body = Messages.write(message);
        Envelope envelope =
                new Envelope(body.type(), session, epoch, seq, body.json(), body.tensors(), null);
        return Buffer.buffer(FrameFormat.write(envelope.frame()));
    }

    private void send(Buffer frame) {
        if (line != null) {
            line.send(frame);
        }
    }

    private void late(long seq) {
        Open late = open.remove(seq);
        if (late != null) {
            silent = true;
            late.answer.fail("no answer within %s s".formatted(patience.toSeconds()));
        }
    }

    /** The node is there, or there again. */
    void connected(Line to) {
        line = to;
        silent = false;
        if (told != null) {
            to.send(told);
        }
        open.values().forEach(each -> to.send(each.frame));
    }

    /** That way to the node is gone. */
    void disconnected(Line from) {
        if (line == from) {
            line = null;
        }
    }

    /**
     * Something came from the node.
     *
     * @throws FrameException with a sentence if it is refused; what was asked stays open where
     *     somebody else may have sent it, and fails where it was the node's own answer
     */
    void heard(byte[] bytes) {
        Envelope envelope = Envelope.of(FrameFormat.read(bytes));
        if (!envelope.session().equals(session) || envelope.epoch() != epoch) {
            throw new FrameException("the answer is to another life of the coordinator");
        }
        Open asked = open.get(envelope.seq());
        if (asked == null) {
            throw new FrameException(
                    "no question %d is open: it was answered, came too late, or was never asked"
                            .formatted(envelope.seq()));
        }
        if (!owner.signed(envelope.signedText(), envelope.signatureBytes())) {
            throw new FrameException("the answer is not signed by the node");
        }
        close(envelope.seq());
        try {
            Record answer =
                    Messages.answer(new Body(envelope.type(), envelope.body(), envelope.tensors()));
            answers.require(asked.question, answer);
            asked.answer.complete(answer);
        } catch (FrameException e) {
            asked.answer.fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** The node says that it could not answer. */
    void failed(long seq, String reason) {
        Open asked = close(seq);
        if (asked != null) {
            asked.answer.fail(reason);
        }
    }

    private @Nullable Open close(long seq) {
        Open asked = open.remove(seq);
        if (asked != null) {
            silent = false;
            vertx.cancelTimer(asked.timer);
        }
        return asked;
    }

    /** Nobody waits any longer. */
    void end() {
        for (Long seq : open.keySet().toArray(Long[]::new)) {
            failed(seq, "the run has ended");
        }
    }
}
