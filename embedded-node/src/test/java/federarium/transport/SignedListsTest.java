package federarium.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignedListsTest {
    private final SignedLists lists = new SignedLists();

    @Test
    void signsTheSameListAgain() {
        lists.sign(3, List.of(0, 1, 2));
        lists.sign(3, List.of(0, 1, 2));
        lists.sign(4, List.of(0, 1));
    }

    @Test
    void signsNoOtherListOfARound() {
        lists.sign(3, List.of(0, 1, 2));

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> lists.sign(3, List.of(0, 1)));

        assertTrue(
                String.valueOf(refusal.getMessage())
                        .contains("another list of survivors in round 3"),
                refusal.getMessage());
    }

    @Test
    void signsNothingOfAnEarlierRound() {
        lists.sign(3, List.of(0, 1, 2));

        assertThrows(IllegalStateException.class, () -> lists.sign(2, List.of(0, 1, 2)));
    }
}
