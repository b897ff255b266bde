package federarium.host.command;

import federarium.event.RecordedEvent;
import federarium.host.Json;
import federarium.host.Summary;
import federarium.host.Watcher;
import federarium.persistence.EventJson;
import federarium.scenario.BadInputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files a run was asked to write; opened before anything runs, so that a typo costs nothing.
 */
final class Outputs implements Watcher, AutoCloseable {
    private final @Nullable BufferedWriter events;
    private final @Nullable Path summary;

    Outputs(RunOptions options) {
        this.events = options.events == null ? null : open("--events", options.events);
        this.summary = options.summary;
        if (summary != null && !writable(summary)) {
            throw unwritable("--summary", summary);
        }
    }

    @Override
    public synchronized void happened(RecordedEvent event) {
        if (events != null) {
            try {
                events.write(EventJson.write(event));
                events.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void write(Summary figures) {
        if (summary != null) {
            try {
                Files.writeString(summary, Json.write(figures) + "\n");
            } catch (IOException e) {
                throw unwritable("--summary", summary);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (events != null) {
            events.close();
        }
    }

    private static BufferedWriter open(String option, Path file) {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw unwritable(option, file);
        }
    }

    private static boolean writable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return !Files.isDirectory(file)
                && folder != null
                && Files.isDirectory(folder)
                && (Files.exists(file) ? Files.isWritable(file) : Files.isWritable(folder));
    }

    private static BadInputException unwritable(String option, Path file) {
        return new BadInputException(
                option + ": cannot write " + file + "; allowed: a file in a folder that exists");
    }
}
