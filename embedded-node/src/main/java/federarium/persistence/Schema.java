package federarium.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the run store.
 *
 * <p>{@code store} has one row: the version of the schema and the number of commits so far. An
 * event batch is one row, its lines of JSON gzipped, which also gives them a checksum; {@code
 * BINARY VARYING} is twice as fast as a BLOB but ends at a megabyte, so a rare larger batch is in
 * {@code long_lines}.
 */
final class Schema {
    static final int VERSION = 1;

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE store (version INT NOT NULL, commits BIGINT NOT NULL)",
                    """
                    CREATE TABLE run (
                        number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        id VARCHAR NOT NULL UNIQUE,
                        created TIMESTAMP(9) WITH TIME ZONE NOT NULL,
                        scenario VARCHAR NOT NULL,
                        settings VARCHAR NOT NULL,
                        seed BIGINT NOT NULL,
                        state VARCHAR NOT NULL,
                        last_round INT NOT NULL,
                        last_seq BIGINT NOT NULL,
                        rounds INT NOT NULL,
                        parent VARCHAR)
                    """,
                    """
                    CREATE TABLE event_batch (
                        run BIGINT NOT NULL REFERENCES run ON DELETE CASCADE,
                        first_seq BIGINT NOT NULL,
                        last_seq BIGINT NOT NULL,
                        lines BINARY VARYING,
                        long_lines BLOB,
                        PRIMARY KEY (run, first_seq))
                    """,
                    """
                    CREATE TABLE checkpoint (
                        run BIGINT NOT NULL REFERENCES run ON DELETE CASCADE,
                        round INT NOT NULL,
                        position INT NOT NULL,
                        name VARCHAR NOT NULL,
                        sha256 VARCHAR NOT NULL,
                        PRIMARY KEY (run, round, position))
                    """,
                    "CREATE INDEX checkpoint_blob ON checkpoint (sha256)",
                    "INSERT INTO store VALUES (" + VERSION + ", 0)");

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /**
     * Refuses a database whose schema this version does not know.
     *
     * @param place the database, for the message
     * @throws SQLException if it cannot be read at all
     */
    static void check(Connection connection, Object place) throws SQLException {
        int version = version(connection);
        if (version != VERSION) {
            throw new StorageException(
                    ("%s has schema version %d, this Federarium reads version %d; nothing was"
                         + " changed: take a newer Federarium, or another home with --home DIR")
                            .formatted(place, version, VERSION));
        }
    }

    static long commits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT commits FROM store")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM store")) {
            row.next();
            return row.getInt(1);
        }
    }
}
