package federarium.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.BadInputException;
import org.junit.jupiter.api.function.Executable;

/** What a user is told who asked for something that cannot be done: always a single line. */
public final class Refusal {
    private Refusal() {}

    public static String of(Executable executable) {
        String message =
                String.valueOf(assertThrows(BadInputException.class, executable).getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
