package federarium.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void aMomentIsNamedAsPeopleDo() {
        assertEquals("today at 14:03", on(2026, 3, 1));
        assertEquals("yesterday at 14:03", on(2026, 2, 28));
        assertEquals("on 3 January at 14:03", on(2026, 1, 3));
        assertEquals("on 31 December 2025 at 14:03", on(2025, 12, 31));
    }

    private static String on(int year, int month, int day) {
        return Moments.of(LocalDateTime.of(year, month, day, 14, 3), TODAY);
    }
}
