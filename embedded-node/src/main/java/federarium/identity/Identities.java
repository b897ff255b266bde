package federarium.identity;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The nodes of one home. Two that join at a time are two nodes, in one process or in two: each
 * takes the first one that nobody holds, and holds it until it lets go or its process ends,
 * however.
 */
public final class Identities {
    private Identities() {}

    /**
     * A node that this process holds.
     *
     * @param name of its files in the folder
     * @param hold that ends with it
     */
    public record Claimed(String name, NodeIdentity identity, Closeable hold)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            hold.close();
        }
    }

    /**
     * The first node that nobody holds, made if need be.
     *
     * @throws IOException if the folder cannot be used, or a key in it is damaged; with a sentence
     */
    public static Claimed claim(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            for (int number = 1; ; number++) {
                String name = "node-" + number;
                Optional<NodeLock> lock = NodeLock.take(folder, name);
                if (lock.isPresent()) {
                    return claimed(folder, name, lock.get());
                }
            }
        } catch (FileSystemException e) {
            throw new IOException(
                    "%s: cannot be used (%s); a node's key is kept in a folder that you may write to"
                            .formatted(e.getFile(), reason(e)),
                    e);
        }
    }

    private static Claimed claimed(Path folder, String name, NodeLock lock) throws IOException {
        try {
            return new Claimed(name, new KeyFile(folder.resolve(name + ".key")).kept(), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Most of these exceptions say by their name alone what is the matter. */
    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
}
