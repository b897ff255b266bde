package federarium.transport.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.identity.NodeIdentity;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Training;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.FrameFormat;
import federarium.transport.wire.Body;
import federarium.transport.wire.Envelope;
import federarium.transport.wire.Messages;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatTest {
    private static final NodeIdentity ANNA = NodeIdentity.generate();
    private static final NodeIdentity BEN = NodeIdentity.generate();
    private static final Train TRAIN =
            new Train(
                    5,
                    2,
                    Weights.copyOf(1, 2),
                    new Training(.1, 1, 10),
                    new PersonalSpec.None(),
                    new CompressionSpec.None(),
                    1,
                    false,
                    null);
    private static final ClientUpdate UPDATE =
            new ClientUpdate(2, 5, 30, 3, .5, Weights.copyOf(.1f, .2f));

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final List<Buffer> sent = new ArrayList<>();
    private final Seat seat = seat(Duration.ofDays(1));

    private Seat seat(Duration patience) {
        return new Seat(vertx, "k3x9", 2, ANNA.known(), new Answers(2, 30), patience);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aQuestionReachesTheNodeAndItsAnswerComesBack() {
        seat.connected(sent::add);
        Future<Record> answer = seat.ask(TRAIN);
        Envelope asked = Envelope.of(FrameFormat.read(sent.getFirst().getBytes()));
        assertEquals(
                TRAIN, Messages.question(new Body(asked.type(), asked.body(), asked.tensors())));
        seat.heard(answer(1, UPDATE, ANNA));
        assertEquals(UPDATE, answer.result());
    }

    @Test
    void aQuestionIsAskedAgainWhenTheNodeIsBack() {
        Future<Record> answer = seat.ask(TRAIN);
        seat.connected(sent::add);
        assertEquals(1, sent.size());
        seat.disconnected(sent::add);
        seat.connected(sent::add);
        assertEquals(sent.get(0), sent.get(1));
        seat.heard(answer(1, UPDATE, ANNA));
        assertTrue(answer.succeeded());
        seat.connected(sent::add);
        assertEquals(2, sent.size());
    }

    @Test
    void theSameAnswerTwiceIsRefused() {
        Future<Record> answer = seat.ask(TRAIN);
        byte[] bytes = answer(1, UPDATE, ANNA);
        seat.heard(bytes);
        refused(bytes, "no question 1 is open");
        assertEquals(UPDATE, answer.result());
    }

    @Test
    void somebodyElsesWordsLeaveTheQuestionOpen() {
        Future<Record> answer = seat.ask(TRAIN);
        refused(answer(1, UPDATE, BEN), "not signed by the node");
        refused(altered(each -> each.signed(_ -> new byte[3])), "not signed");
        refused(altered(each -> of(each, "other", 2, 1)), "another life");
        refused(altered(each -> of(each, "k3x9", 1, 1)), "another life");
        refused(altered(each -> of(each, "k3x9", 2, 9)), "no question 9 is open");
        refused(new byte[] {1, 2, 3}, "no room");
        assertFalse(answer.isComplete());
        seat.heard(answer(1, UPDATE, ANNA));
        assertTrue(answer.succeeded());
    }

    @Test
    void anAnswerOfItsOwnThatDoesNotFitFailsTheQuestionWithItsReason() {
        wrong(new ClientUpdate(2, 4, 30, 3, .5, UPDATE.delta()), "of round 4");
        wrong(new ClientUpdate(1, 5, 30, 3, .5, UPDATE.delta()), "another node");
        wrong(new ClientUpdate(2, 5, 3000, 3, .5, UPDATE.delta()), "claims 3000 rows");
        wrong(new ClientUpdate(2, 5, 30, 300, .5, UPDATE.delta()), "claims 300 steps");
        wrong(new ClientUpdate(2, 5, 30, 3, .5, Weights.zeros(3)), "has 3 values");
        wrong(UPDATE.of(Weights.copyOf(1e9f, 0)), "norm 1.00e+09");
        wrong(UPDATE.sentAs(UPDATE.delta(), 9), "claims 9 bytes");
        wrong(UPDATE.withLossBefore(1), "unasked");
        wrong(UPDATE.withControlChange(Weights.zeros(2)), "unasked");
    }

    @Test
    void whatIsNotFiniteIsForTheRoundToRefuse() {
        ClientUpdate broken = UPDATE.of(Weights.copyOf(Float.NaN, 0));
        Future<Record> answer = seat.ask(TRAIN);
        seat.heard(answer(1, broken, ANNA));
        assertEquals(broken, answer.result());
    }

    @Test
    void aQuestionFailsWhenItsTimeIsOverAndWhoIsAwayIsNotWaitedForAgain() {
        Seat hasty = seat(Duration.ofMillis(1));
        assertEquals("no answer within 0 s", reason(hasty));
        assertEquals("the node is away", reason(hasty));
        context.runOnContext(_ -> hasty.connected(sent::add));
        assertEquals("no answer within 0 s", reason(hasty));
    }

    /** Asked where a seat belongs: on the one context whose timers end its patience. */
    private String reason(Seat asked) {
        Promise<Record> answer = Promise.promise();
        context.runOnContext(_ -> asked.ask(TRAIN).onComplete(answer));
        return answer.future()
                .map("answered")
                .otherwise(e -> String.valueOf(e.getMessage()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private int seq;

    private void wrong(ClientUpdate update, String part) {
        Future<Record> answer = seat.ask(TRAIN);
        refused(answer(++seq, update, ANNA), part);
        assertTrue(String.valueOf(answer.cause()).contains(part), part);
    }

    private void refused(byte[] bytes, String part) {
        String sentence =
                String.valueOf(
                        assertThrows(FrameException.class, () -> seat.heard(bytes)).getMessage());
        assertTrue(sentence.contains(part), sentence);
    }

    private static byte[] altered(UnaryOperator<Envelope> change) {
        Envelope envelope = change.apply(envelope(1, UPDATE));
        return FrameFormat.write(
                (envelope.signature() == null ? envelope.signed(ANNA::sign) : envelope).frame());
    }

    private static Envelope of(Envelope each, String session, long epoch, long seq) {
        return new Envelope(each.type(), session, epoch, seq, each.body(), each.tensors(), null);
    }

    private static Envelope envelope(long seq, Record message) {
        Body body = Messages.write(message);
        return new Envelope(body.type(), "k3x9", 2, seq, body.json(), body.tensors(), null);
    }

    private static byte[] answer(long seq, Record message, NodeIdentity by) {
        return FrameFormat.write(envelope(seq, message).signed(by::sign).frame());
    }
}
