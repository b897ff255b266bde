package federarium.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of runs. */
final class Runs {
    private static final String COLUMNS =
            "SELECT id, created, scenario, settings, seed, state, last_round, rounds, parent"
                    + " FROM run";

    private Runs() {}

    /** Where a run's log ends. */
    record End(long number, long lastSeq, int lastRound, RunState state) {}

    /** Newest first. */
    static List<RunRecord> list(Connection connection) throws SQLException {
        List<RunRecord> runs = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(COLUMNS + " ORDER BY number DESC");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                runs.add(record(rows));
            }
        }
        return runs;
    }

    static Optional<RunRecord> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(record(row)) : Optional.empty();
            }
        }
    }

    static void insert(Connection connection, RunRecord run) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO run (id, created, scenario, settings, seed, state,"
                                + " last_round, last_seq, rounds, parent)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")) {
            insert.setString(1, run.id());
            insert.setObject(2, run.created());
            insert.setString(3, run.scenarioName());
            insert.setString(4, run.settings());
            insert.setLong(5, run.seed());
            insert.setString(6, run.state().name());
            insert.setInt(7, run.lastRound());
            insert.setInt(8, run.rounds());
            insert.setString(9, run.parent());
            insert.executeUpdate();
        }
    }

    /**
     * @throws StorageException if there is no such run
     */
    static End end(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT number, last_seq, last_round, state FROM run WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw unknown(id);
                }
                return new End(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        RunState.valueOf(row.getString(4)));
            }
        }
    }

    static void update(Connection connection, End end) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE run SET last_seq = ?, last_round = ?, state = ?"
                                + " WHERE number = ?")) {
            update.setLong(1, end.lastSeq());
            update.setInt(2, end.lastRound());
            update.setString(3, end.state().name());
            update.setLong(4, end.number());
            update.executeUpdate();
        }
    }

    /** Its events and checkpoints go with it. */
    static void delete(Connection connection, End run) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM run WHERE number = ?")) {
            delete.setLong(1, run.number());
            delete.executeUpdate();
        }
    }

    /** What a process left running that is no more. */
    static int interruptRunning(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run SET state = ? WHERE state = ?")) {
            update.setString(1, RunState.INTERRUPTED.name());
            update.setString(2, RunState.RUNNING.name());
            return update.executeUpdate();
        }
    }

    static StorageException unknown(String id) {
        return new StorageException(
                "no run is called %s; federarium runs lists them".formatted(id.strip()));
    }

    private static RunRecord record(ResultSet row) throws SQLException {
        OffsetDateTime created = row.getObject(2, OffsetDateTime.class);
        @Nullable String parent = row.getString(9);
        return new RunRecord(
                row.getString(1),
                created.toInstant(),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                RunState.valueOf(row.getString(6)),
                row.getInt(7),
                row.getInt(8),
                parent);
    }
}
