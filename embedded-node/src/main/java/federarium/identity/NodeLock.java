package federarium.identity;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a node to one holder at a time. The operating system drops the lock when the process dies,
 * however it dies.
 */
final class NodeLock implements Closeable {
    /**
     * Files this process holds. Closing a second channel on one of them would drop the lock on
     * POSIX systems, so none is opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private NodeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * The lock of a node, or nothing where somebody holds it.
     *
     * @param folder that exists
     */
    static Optional<NodeLock> take(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name + ".lock");
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<NodeLock> taken = Optional.empty();
        try {
            taken = lock(file).map(channel -> new NodeLock(file, channel));
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
