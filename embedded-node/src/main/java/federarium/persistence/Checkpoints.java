package federarium.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of checkpoints: which blobs make up the state at the end of a round. */
final class Checkpoints {
    private Checkpoints() {}

    /** A checkpoint by the hashes of its blobs. */
    record Row(int round, Map<String, String> hashes) {}

    /** A round that is saved again, as a resumed run does, replaces what it had. */
    static void save(Connection connection, long run, Row row) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM checkpoint WHERE run = ? AND round = ?")) {
            delete.setLong(1, run);
            delete.setInt(2, row.round());
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Map.Entry<String, String> blob : row.hashes().entrySet()) {
                insert.setLong(1, run);
                insert.setInt(2, row.round());
                insert.setInt(3, position++);
                insert.setString(4, blob.getKey());
                insert.setString(5, blob.getValue());
                insert.executeUpdate();
            }
        }
    }

    /** The newest at or before a round. */
    static Optional<Row> at(Connection connection, long run, int round) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT round, name, sha256 FROM checkpoint WHERE run = ? AND round ="
                            + " (SELECT MAX(round) FROM checkpoint WHERE run = ? AND round <= ?)"
                            + " ORDER BY position")) {
            select.setLong(1, run);
            select.setLong(2, run);
            select.setInt(3, round);
            Map<String, String> hashes = new LinkedHashMap<>();
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found = rows.getInt(1);
                    hashes.put(rows.getString(2), rows.getString(3));
                }
            }
            return hashes.isEmpty() ? Optional.empty() : Optional.of(new Row(found, hashes));
        }
    }

    /** The blobs that this run alone refers to. */
    static List<String> blobsOnlyIn(Connection connection, long run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT DISTINCT sha256 FROM checkpoint AS own WHERE run = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM checkpoint AS other"
                                + " WHERE other.sha256 = own.sha256 AND other.run <> own.run)")) {
            select.setLong(1, run);
            List<String> hashes = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
            }
            return hashes;
        }
    }
}
