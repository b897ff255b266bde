package federarium.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientUpdateTest {

    @Test
    void travelsAsFourBytesAParameter() {
        assertEquals(12, new ClientUpdate(0, 1, 10, 1, .5, Weights.zeros(3)).bytes());
    }
}
