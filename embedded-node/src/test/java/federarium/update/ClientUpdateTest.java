package federarium.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientUpdateTest {

    @Test
    void travelsAsFourBytesAParameter() {
        assertEquals(12, new ClientUpdate(0, 1, 10, 1, .5, Weights.zeros(3)).bytes());
    }

    @Test
    void weighsTwiceAsMuchWithAControl() {
        ClientUpdate update =
                new ClientUpdate(0, 1, 10, 1, .5, Weights.zeros(3))
                        .withControlChange(Weights.zeros(3));

        assertEquals(24, update.bytes());
    }
}
