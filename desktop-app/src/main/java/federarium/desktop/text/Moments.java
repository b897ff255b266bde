package federarium.desktop.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people say them. */
public final class Moments {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Moments() {}

    /** {@code today at 14:03}, {@code yesterday at 09:15}, {@code on 3 March at 18:20}. */
    public static String of(LocalDateTime moment, LocalDate today) {
        LocalDate day = moment.toLocalDate();
        String words;
        if (day.equals(today)) {
            words = "today";
        } else if (day.equals(today.minusDays(1))) {
            words = "yesterday";
        } else {
            words = "on " + (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
        }
        return words + " at " + TIME.format(moment);
    }
}
