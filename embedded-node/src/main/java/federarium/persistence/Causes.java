package federarium.persistence;

import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what the disk or the database threw into the cause that a sentence can carry. */
final class Causes {
    private static final Pattern FULL =
            Pattern.compile(
                    "no space left|not enough space|disk full|file too large|quota exceeded",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern H2_CODE = Pattern.compile(" \\[\\d+[-/\\d.]*]");

    private Causes() {}

    /** What to tell someone whose store at {@code place} could not be written. */
    static StorageException writing(Object place, Throwable thrown) {
        String cause = of(thrown);
        if (isFull(thrown)) {
            return new StorageException(
                    "The disk that holds %s is full (%s); free some space, then resume the run"
                            .formatted(place, cause),
                    thrown);
        }
        return new StorageException(
                "%s cannot be written (%s); take another home with --home DIR"
                        .formatted(place, cause),
                thrown);
    }

    /** What to tell someone whose store at {@code place} holds what cannot be read. */
    static StorageException damaged(Object place, String cause) {
        return new StorageException(
                "%s is damaged (%s); nothing was changed: move it away, or take another home with --home DIR"
                        .formatted(place, cause));
    }

    /** The innermost cause on one line. */
    static String of(Throwable thrown) {
        Throwable root = root(thrown);
        String message = root.getMessage();
        if (root instanceof FileSystemException file && file.getReason() != null) {
            message = file.getReason();
        }
        if (message == null || message.isBlank()) {
            return root.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("");
        return H2_CODE.matcher(line).replaceAll("").replaceAll("; SQL statement:$", "").strip();
    }

    private static boolean isFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && FULL.matcher(message.toLowerCase(Locale.ROOT)).find()) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
