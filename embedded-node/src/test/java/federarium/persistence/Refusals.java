package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What the store says when it refuses: always one line. */
final class Refusals {
    private Refusals() {}

    static String sentence(Executable refused) {
        String message =
                Objects.requireNonNull(assertThrows(StorageException.class, refused).getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
