package federarium.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The number of commits that the database must hold, kept beside it.
 *
 * <p>H2 takes a file whose end is missing for one that was not closed, and silently goes back to
 * the last version it finds. A database with fewer commits than this has lost some. The number is
 * written after the commits were forced to the disk, so it is never ahead of an undamaged file.
 */
record CommitCount(Path file) {

    static CommitCount in(Path home) {
        return new CommitCount(home.resolve("federarium.commits"));
    }

    /** 0 where none was written: then nothing can be missed. */
    long read() {
        try {
            String digits = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    void write(long commits) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write("%018d%n".formatted(commits).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The commits are safe; only a later loss of them would go unnoticed.
        }
    }
}
