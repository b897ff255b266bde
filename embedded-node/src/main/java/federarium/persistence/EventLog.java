package federarium.persistence;

import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.RecordedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The table of event batches: append only, numbered without gaps, each with a checksum. */
final class EventLog {
    private static final int LONGEST_VARYING = 1 << 20;

    private EventLog() {}

    /**
     * Appends a batch and returns where the run's log ends now.
     *
     * @throws StorageException if the batch does not follow on what is there
     */
    static Runs.End append(
            Connection connection, String run, Runs.End end, List<RecordedEvent> batch)
            throws SQLException {
        StringBuilder lines = new StringBuilder();
        Runs.End next = end;
        for (RecordedEvent recorded : batch) {
            if (recorded.seq() != next.lastSeq() + 1) {
                throw new StorageException(
                        "run %s: event %d cannot follow event %d; the log has no gaps and no overlaps"
                                .formatted(run, recorded.seq(), next.lastSeq()));
            }
            lines.append(EventJson.write(recorded)).append('\n');
            next = after(recorded, next);
        }
        insert(connection, end, next, gzip(lines.toString()));
        return next;
    }

    /** The run's state and last round are themselves a fold over its log. */
    private static Runs.End after(RecordedEvent recorded, Runs.End end) {
        int round =
                recorded.event() instanceof RoundClosed closed ? closed.round() : end.lastRound();
        RunState state =
                switch (recorded.event()) {
                    case RunCompleted _ -> RunState.COMPLETED;
                    case RunFailed _ -> RunState.FAILED;
                    default -> end.state();
                };
        return new Runs.End(end.number(), recorded.seq(), round, state);
    }

    private static void insert(Connection connection, Runs.End before, Runs.End after, byte[] lines)
            throws SQLException {
        String column = lines.length <= LONGEST_VARYING ? "lines" : "long_lines";
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO event_batch (run, first_seq, last_seq, "
                                + column
                                + ") VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, before.number());
            insert.setLong(2, before.lastSeq() + 1);
            insert.setLong(3, after.lastSeq());
            insert.setBytes(4, lines);
            insert.executeUpdate();
        }
    }

    /**
     * The first batch after an event, empty at the end of the log.
     *
     * @throws StorageException if the log is damaged there
     */
    static List<RecordedEvent> batchAfter(Connection connection, String run, long seq)
            throws SQLException {
        Runs.End end = Runs.end(connection, run);
        if (seq >= end.lastSeq()) {
            return List.of();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT lines, long_lines FROM event_batch"
                                + " WHERE run = ? AND first_seq = ?")) {
            select.setLong(1, end.number());
            select.setLong(2, seq + 1);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw damaged(run, seq + 1, "is missing");
                }
                byte[] lines = row.getBytes(1) != null ? row.getBytes(1) : row.getBytes(2);
                return parse(run, gunzip(lines));
            }
        } catch (IOException e) {
            throw damaged(run, seq + 1, "cannot be unpacked (" + Causes.of(e) + ")");
        }
    }

    private static List<RecordedEvent> parse(String run, String lines) {
        List<RecordedEvent> batch = new ArrayList<>();
        try {
            lines.lines().forEach(line -> batch.add(EventJson.read(line)));
        } catch (StorageException e) {
            throw new StorageException("run %s: %s".formatted(run, e.getMessage()), e);
        }
        return batch;
    }

    private static StorageException damaged(String run, long seq, String how) {
        return new StorageException(
                "run %s: the log is damaged, the batch from event %d on %s; delete the run, or fork it from an earlier round"
                        .formatted(run, seq, how));
    }

    private static byte[] gzip(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FastGzip out = new FastGzip(bytes)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
