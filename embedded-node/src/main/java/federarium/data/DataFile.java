package federarium.data;

import federarium.scenario.BadInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of data, plain or gzip, on disk or shipped with the program.
 *
 * @param name what messages call it
 * @param path where it is, or null for the class path under that name
 */
record DataFile(String name, @Nullable Path path) {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST_BYTE = 0x1f;

    static DataFile onDisk(String path) {
        return new DataFile(path, Path.of(path));
    }

    static DataFile shipped(String name) {
        return new DataFile(name, null);
    }

    /** The content, unpacked where its first byte is gzip's. */
    InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(openRaw(), BUFFER);
        bytes.mark(1);
        int first = bytes.read();
        bytes.reset();
        return first == GZIP_FIRST_BYTE ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private InputStream openRaw() throws IOException {
        if (path != null) {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a folder");
            }
            return Files.newInputStream(path);
        }
        InputStream resource = DataFile.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new NoSuchFileException(name);
        }
        return resource;
    }

    BadInputException problem(long line, String what) {
        return new BadInputException(name + ":" + line + ": " + what);
    }

    BadInputException problem(long line, String column, String what) {
        return problem(line, column + ": " + what);
    }

    /** What went wrong while reading, in words. */
    BadInputException unreadable(Exception e) {
        Throwable cause =
                e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String reason =
                switch (cause) {
                    case NoSuchFileException _ -> "there is no such file";
                    case ZipException _ -> "its gzip packing is damaged";
                    case EOFException _ -> "it ends too early";
                    case CharacterCodingException _ -> "it is not UTF-8 text";
                    default -> firstLine(String.valueOf(cause.getMessage()));
                };
        return new BadInputException(name + ": cannot be read: " + reason, e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
