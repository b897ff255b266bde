package federarium.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a home to one process at a time. The operating system drops the lock when the process dies,
 * however it dies; the file holds the process id for the message to others.
 */
final class HomeLock implements AutoCloseable {
    private static final String FILE = "federarium.lock";

    /** Far behind the process id: where locks are mandatory, others can still read that. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * Homes this process holds. Closing a second channel on the lock file would drop the lock on
     * POSIX systems, so none is opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * @param home an existing directory
     * @throws StorageException if another store has it, or no lock can be had there
     */
    static HomeLock take(Path home) {
        Path real;
        try {
            real = home.toRealPath();
        } catch (IOException e) {
            throw Causes.writing(home, e);
        }
        if (!HELD.add(real)) {
            throw inUse(home, "process " + ProcessHandle.current().pid());
        }
        try {
            return new HomeLock(real, lock(home));
        } catch (StorageException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path home) {
        Path file = home.resolve(FILE);
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(home, holder(file));
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException e) {
            close(channel);
            throw Causes.writing(home, e);
        } catch (StorageException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The first failure is the one to tell.
        }
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.matches("\\d+") ? "process " + pid : "another process";
        } catch (IOException e) {
            return "another process";
        }
    }

    private static StorageException inUse(Path home, String holder) {
        return new StorageException(
                "%s is in use by %s; close it or take another home with --home DIR"
                        .formatted(home, holder));
    }

    @Override
    public void close() {
        close(channel);
        HELD.remove(home);
    }
}
