package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

/** Two parameters are shared, the third stays. */
class FedPerTest {
    private static final FedPer CUT = new FedPer(2, Weights.copyOf(1, 2, 3));
    private static final Weights GLOBAL = Weights.copyOf(10, 20);

    @Test
    void beginsEverywhereWithTheSameLastLayers() {
        assertEquals(Weights.copyOf(10, 20, 3), CUT.whole(GLOBAL, Memory.EMPTY));
    }

    @Test
    void sendsTheSharedLayersAloneAndKeepsTheOthers() {
        Weights before = CUT.whole(GLOBAL, Memory.EMPTY);
        Sent sent = CUT.part(update(1, -1, 4), before, Memory.EMPTY);

        assertEquals(Weights.copyOf(1, -1), sent.update().delta());
        assertEquals(8, sent.update().bytes());
        assertEquals(Weights.copyOf(5, 6, 7), CUT.whole(Weights.copyOf(5, 6), sent.memory()));
    }

    @Test
    void keepsTheLayersFromBeforeWhereTheyDiverge() {
        Memory before = Memory.EMPTY.with("layers", Weights.copyOf(7));
        Weights whole = CUT.whole(GLOBAL, before);

        assertSame(before, CUT.part(update(1, 1, Float.NaN), whole, before).memory());
    }

    @Test
    void correctsTheSharedLayersAlone() {
        Controls controls = CUT.whole(new Controls(Weights.copyOf(1, 2), Weights.copyOf(3, 5)));
        ClientUpdate update = update(1, -1, 4).withControlChange(Weights.copyOf(6, 7, 8));

        assertEquals(Weights.copyOf(2, 3, 0), controls == null ? null : controls.correction());
        assertEquals(
                Weights.copyOf(6, 7),
                CUT.part(update, CUT.whole(GLOBAL, Memory.EMPTY), Memory.EMPTY)
                        .update()
                        .controlChange());
        assertNull(CUT.whole((Controls) null));
    }

    private static ClientUpdate update(float... delta) {
        return new ClientUpdate(0, 1, 10, 1, .5, Weights.copyOf(delta));
    }
}
