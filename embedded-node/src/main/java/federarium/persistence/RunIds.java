package federarium.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of runs: scenario, UTC time, three random letters, as in {@code
 * digits-20261123-114501-k3f}. The runs of a scenario sort by time, and an id is safe as a file
 * name everywhere.
 */
final class RunIds {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LONGEST_NAME = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunIds() {}

    static String next(String scenarioName, Instant created, RandomGenerator random) {
        StringBuilder id = new StringBuilder(fileSafe(scenarioName));
        id.append('-').append(TIME.format(created)).append('-');
        for (int i = 0; i < 3; i++) {
            id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return id.toString();
    }

    private static String fileSafe(String name) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (safe.length() > LONGEST_NAME) {
            safe = safe.substring(0, LONGEST_NAME).replaceAll("-$", "");
        }
        return safe.isEmpty() ? "run" : safe;
    }
}
