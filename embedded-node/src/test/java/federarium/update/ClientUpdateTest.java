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

    @Test
    void weighsLessWhereItTravelsInFewerBytes() {
        ClientUpdate update =
                new ClientUpdate(0, 1, 10, 1, .5, Weights.zeros(3)).sentAs(Weights.zeros(3), 5);

        assertEquals(5, update.bytes());
        assertEquals(5 + 12, update.withControlChange(Weights.zeros(3)).bytes());
    }
}
