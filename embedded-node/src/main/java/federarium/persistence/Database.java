package federarium.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The H2 database of a run store: one connection that writes, one that reads.
 *
 * <p>An existing file is first opened read-only, which leaves every byte of it alone; only what
 * could be read, in a schema of this version, is opened for writing. A commit that fails ends the
 * writing; what was committed before stays readable.
 */
final class Database implements AutoCloseable {
    private static final String NAME = "federarium";

    /**
     * A commit is in the file before it returns (WRITE_DELAY); an interrupted thread does not close
     * the file (retry); the home is locked by {@link HomeLock} (FILE_LOCK); the host closes the
     * store, not H2's own shutdown hook. What is obsolete is not written over (RETENTION_TIME, in
     * milliseconds): after a crash H2 finds its last commit at the end of the file, but not always
     * one that it put into a gap.
     */
    private static final String FILE_SETTINGS =
            ";WRITE_DELAY=0;RETENTION_TIME=2147483647;FILE_LOCK=NO;DB_CLOSE_ON_EXIT=FALSE"
                    + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /** A file of so many bytes is closed in mid-run, which frees what is obsolete in it. */
    private static final long LARGE = 256L << 20;

    /** How many commits are between two looks at the file's length. */
    static final int LOOK = 1000;

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    private final Object place;
    private final @Nullable Path file;
    private Connection writer;
    private final Object reading = new Object();
    private volatile String url;
    private @Nullable Connection reader;
    private @Nullable StorageException failure;
    private long commits;
    private final long large;
    private long tooLarge;

    /** Something done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private Database(Object place, @Nullable Path file, long large, String url, Connection writer)
            throws SQLException {
        this.place = place;
        this.file = file;
        this.large = large;
        this.tooLarge = large;
        this.url = url;
        this.writer = writer;
        this.commits = Schema.commits(writer);
        writer.setAutoCommit(false);
    }

    /**
     * Opens the database in a home that the caller has locked, or creates it.
     *
     * @param forced how many commits it must hold
     */
    static Database open(Path home, CommitCount forced) {
        return open(home, forced, LARGE);
    }

    /** Closes the file in mid-run when it has so many bytes. */
    static Database open(Path home, CommitCount forced, long large) {
        Path file = home.resolve(NAME + ".mv.db");
        String url = url(home.resolve(NAME));
        if (Files.exists(file)) {
            check(file, url + READ_ONLY, forced.read());
        } else {
            create(home, file);
            forced.write(0);
        }
        try {
            return new Database(home, file, large, url, connect(url));
        } catch (SQLException e) {
            throw Causes.writing(home, e);
        }
    }

    static Database inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try {
            Connection connection = connect(url);
            Schema.create(connection);
            return new Database("the store in memory", null, LARGE, url, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("H2 opens in memory", e);
        }
    }

    /** Under another name until it is whole, so that a crash leaves none or a good one. */
    private static void create(Path home, Path file) {
        Path unfinished = home.resolve(NAME + ".new.mv.db");
        try {
            Files.deleteIfExists(unfinished);
            try (Connection connection = connect(url(home.resolve(NAME + ".new")))) {
                Schema.create(connection);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw Causes.writing(home, e);
        }
    }

    private static void check(Path file, String readOnlyUrl, long forced) {
        try (Connection connection = connect(readOnlyUrl)) {
            Schema.check(connection, file);
            long commits = Schema.commits(connection);
            Runs.list(connection);
            if (commits < forced) {
                throw Causes.damaged(
                        file, "its last %d commits are gone".formatted(forced - commits));
            }
        } catch (SQLException e) {
            throw Causes.damaged(file, Causes.of(e));
        }
    }

    private static String url(Path database) {
        if (database.toString().indexOf(';') >= 0) {
            throw new StorageException(
                    "%s has a semicolon in its name, which H2 does not take; take another home with --home DIR"
                            .formatted(database.getParent()));
        }
        return "jdbc:h2:retry:" + database + FILE_SETTINGS;
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    /** Runs on the reading connection; sees every commit that has returned. */
    <T> T read(Work<T> work) {
        synchronized (reading) {
            try {
                if (reader == null) {
                    reader = connect(url);
                }
                return work.on(reader);
            } catch (SQLException e) {
                throw new StorageException(
                        "%s cannot be read (%s); take another home with --home DIR"
                                .formatted(place, Causes.of(e)),
                        e);
            }
        }
    }

    /**
     * Runs as one transaction, which is in the file, or not at all, when this returns or throws.
     */
    synchronized <T> T write(Work<T> work) {
        if (failure != null) {
            throw new StorageException(String.valueOf(failure.getMessage()), failure);
        }
        try {
            T result = work.on(writer);
            count(commits + 1);
            writer.commit();
            commits++;
            if (commits % LOOK == 0) {
                freeObsolete();
            }
            return result;
        } catch (SQLException e) {
            throw fail(e);
        } catch (RuntimeException e) {
            rollback();
            throw e;
        }
    }

    private void freeObsolete() {
        try {
            if (file == null || Files.size(file) < tooLarge) {
                return;
            }
            synchronized (reading) {
                close(reader);
                reader = null;
                close(writer);
                writer = connect(url);
                writer.setAutoCommit(false);
            }
            tooLarge = Math.max(large, 2 * Files.size(file));
        } catch (SQLException | IOException e) {
            fail(e); // the commit before was kept, so the next one says so
        }
    }

    /** How many commits there have been since the store was created. */
    synchronized long commits() {
        return commits;
    }

    /** Forces to the disk what was committed; does not keep anybody from committing meanwhile. */
    void sync() {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw fail(e);
        }
    }

    /** Ends the writing. */
    synchronized StorageException fail(Exception cause) {
        if (failure == null) {
            failure = Causes.writing(place, cause);
            goOnReadOnly();
        }
        return failure;
    }

    private void count(long commits) throws SQLException {
        try (PreparedStatement update = writer.prepareStatement("UPDATE store SET commits = ?")) {
            update.setLong(1, commits);
            update.executeUpdate();
        }
    }

    private void rollback() {
        try {
            writer.rollback();
        } catch (SQLException e) {
            fail(e);
        }
    }

    /** H2 closes a database that it could not write; it opens again for reading. */
    private void goOnReadOnly() {
        synchronized (reading) {
            close(reader);
            close(writer);
            reader = null;
            url += READ_ONLY;
        }
    }

    @Override
    public synchronized void close() {
        synchronized (reading) {
            close(reader);
            close(writer);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What was committed is in the file; the rest was not acknowledged.
        }
    }
}
