package federarium.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ControlsTest {
    private static final Controls CONTROLS =
            new Controls(Weights.copyOf(1, 2), Weights.copyOf(5, -1));

    @Test
    void correctAStepByTheNodesOwnLessTheServers() {
        assertEquals(Weights.copyOf(4, -3), CONTROLS.correction());
    }

    /** 4 steps at rate ½ moved by (−6, 8): −(−6, 8) ÷ 2 − (1, 2). */
    @Test
    void changeByTheMeanStepLessTheServers() {
        assertEquals(Weights.copyOf(2, -6), CONTROLS.change(Weights.copyOf(-6, 8), 4, .5));
    }
}
