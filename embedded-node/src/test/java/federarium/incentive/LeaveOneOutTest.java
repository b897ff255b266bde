package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LeaveOneOutTest {

    /** Without the left glove there is no pair; of two right ones nobody misses either. */
    @Test
    void isWhatTheOthersLose() {
        assertArrayEquals(new double[] {1, 0, 0}, Games.scores(new LeaveOneOut(), Games.gloves()));
    }

    @Test
    void looksAtAllAndAtAllButEach() {
        Remembered game = new Remembered(Games.random(20, 1));
        Games.scores(new LeaveOneOut(), game);

        assertEquals(21, game.evaluations());
    }
}
