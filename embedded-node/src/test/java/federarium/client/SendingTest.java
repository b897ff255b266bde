package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import federarium.random.RandomStream;
import federarium.scenario.CompressionSpec;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
    private static final CompressionSpec NONE = new CompressionSpec.None();
    private static final CompressionSpec HALF = new CompressionSpec.TopK(.5);
    private static final CompressionSpec SIGN = new CompressionSpec.Sign();

    @Test
    void sendsTheUpdateItselfWhereNothingIsCompressedOrOwed() {
        ClientUpdate update = update(3, -1);
        Sent sent = send(NONE, update, Memory.EMPTY);

        assertSame(update, sent.update());
        assertSame(Memory.EMPTY, sent.memory());
    }

    @Test
    void sendsWhatTheReceiverWillHaveAndKeepsTheRest() {
        Sent sent = send(SIGN, update(3, -1), Memory.EMPTY);

        assertEquals(Weights.copyOf(2, -2), sent.update().delta());
        assertEquals(Weights.copyOf(1, 1), sent.memory().get("residual"));
    }

    @Test
    void addsToTheNextUpdateWhatThisOneLost() {
        Sent first = send(HALF, update(3, -1), Memory.EMPTY);
        Sent second = send(HALF, update(0, -1), first.memory());

        assertEquals(Weights.copyOf(3, 0), first.update().delta());
        assertEquals(Weights.copyOf(0, -2), second.update().delta());
        assertEquals(Weights.zeros(2), second.memory().get("residual"));
    }

    /** (3, −1), and then (0, −1) on top of the first residual (0, −1). */
    @Test
    void owesAllOfAnUpdateThatIsNotTaken() {
        Sent first = send(HALF, update(3, -1), Memory.EMPTY);
        assertEquals(Weights.copyOf(3, -1), first.refused().get("residual"));

        Sent second = send(HALF, update(0, -1), first.memory());
        assertEquals(Weights.copyOf(0, -2), second.refused().get("residual"));
    }

    @Test
    void goesOnOwingWhereAnUpdateThatTravelsWholeIsNotTaken() {
        Memory before = Memory.EMPTY.with("residual", Weights.copyOf(0, -1));

        assertEquals(before, send(NONE, update(1, 1), before).refused());
    }

    @Test
    void takesWhatIsOwedAlongToAnotherMethod() {
        Sent first = send(HALF, update(3, -1), Memory.EMPTY);
        Sent second = send(SIGN, update(2, -1), first.memory());

        assertEquals(Weights.copyOf(2, -2), second.update().delta());
        assertEquals(Weights.zeros(2), second.memory().get("residual"));
    }

    @Test
    void paysWhatIsOwedWithTheFirstUpdateThatTravelsWhole() {
        Sent first = send(HALF, update(3, -1), Memory.EMPTY);
        Sent second = send(NONE, update(1, 1), first.memory());

        assertEquals(Weights.copyOf(1, 0), second.update().delta());
        assertEquals(8, second.update().bytes());
        assertEquals(Memory.EMPTY, second.memory());
    }

    /** A sign a value and their scale: 5 bytes for two values, and 8 for the control. */
    @Test
    void saysTheBytesThatTravelAndLeavesTheRestOfTheUpdate() {
        Weights control = Weights.copyOf(.5f, .25f);
        ClientUpdate update = update(3, -1).withLossBefore(.75).withControlChange(control);
        ClientUpdate sent = send(SIGN, update, Memory.EMPTY).update();

        assertEquals(5 + 8, sent.bytes());
        assertEquals(update.sentAs(Weights.copyOf(2, -2), 5), sent);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE})
    void leavesAnUpdateThatDivergedForTheCoordinatorToRefuse(float value) {
        Memory before = Memory.EMPTY.with("residual", Weights.copyOf(0, -1));
        ClientUpdate update = update(1, value);
        Sent sent = send(SIGN, update, before);

        assertSame(update, sent.update());
        assertSame(before, sent.memory());
    }

    @Test
    void roundsByItsStreamAlone() {
        CompressionSpec quantize = new CompressionSpec.Quantize(2);
        ClientUpdate update = update(.1f, -.2f, .3f, .4f, -.5f, .6f, .7f, 1);

        assertEquals(
                sent(quantize, update, 1).update().delta(),
                sent(quantize, update, 1).update().delta());
        assertNotEquals(
                sent(quantize, update, 1).update().delta(),
                sent(quantize, update, 2).update().delta());
    }

    private static Sent send(CompressionSpec spec, ClientUpdate update, Memory memory) {
        return new Sending(spec).send(new Sent(update, memory), new RandomStream(1));
    }

    private static Sent sent(CompressionSpec spec, ClientUpdate update, long seed) {
        return new Sending(spec).send(new Sent(update, Memory.EMPTY), new RandomStream(seed));
    }

    private static ClientUpdate update(float... delta) {
        return new ClientUpdate(0, 1, 10, 1, .5, Weights.copyOf(delta));
    }
}
