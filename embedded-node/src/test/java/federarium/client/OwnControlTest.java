package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.ServerControl;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class OwnControlTest {
    private static final ServerControl SERVER = new ServerControl(3, Weights.copyOf(1));
    private static final ClientUpdate UPDATE = new ClientUpdate(0, 5, 1, 1, .5, Weights.copyOf(9));

    @Test
    void isNothingAtFirstAndThenAllThatWasTaken() {
        assertEquals(new Controls(Weights.copyOf(1), Weights.copyOf(0)), controls(Memory.EMPTY));

        Memory once = moved(SERVER, Memory.EMPTY, 4).memory();
        Memory twice = moved(SERVER, once, 3).memory();
        assertEquals(new Controls(Weights.copyOf(1), Weights.copyOf(7)), controls(twice));
    }

    @Test
    void staysWhereTheUpdateIsNotTaken() {
        Memory once = moved(SERVER, Memory.EMPTY, 4).memory();

        assertEquals(once, moved(SERVER, once, 3).refused());
    }

    /** The rule was another one meanwhile, so the server has forgotten c. */
    @Test
    void beginsAnewWithTheServers() {
        ServerControl later = new ServerControl(9, Weights.copyOf(2));
        Memory before = moved(SERVER, Memory.EMPTY, 4).memory();

        assertEquals(
                new Controls(Weights.copyOf(2), Weights.copyOf(0)),
                OwnControl.controls(later, before));
        assertEquals(moved(later, Memory.EMPTY, 3).memory(), moved(later, before, 3).memory());
    }

    @Test
    void isNoneWhereTheServerSendsNone() {
        assertNull(OwnControl.controls(null, Memory.EMPTY));
    }

    private static Controls controls(Memory memory) {
        Controls controls = OwnControl.controls(SERVER, memory);
        if (controls == null) {
            throw new AssertionError("no controls");
        }
        return controls;
    }

    private static Sent moved(ServerControl server, Memory memory, float change) {
        return new OwnControl(server).moved(new Sent(UPDATE, memory), Weights.copyOf(change));
    }
}
