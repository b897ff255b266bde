package federarium.persistence;

import federarium.event.RecordedEvent;
import federarium.update.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every run this home has seen: its settings, its events, its checkpoints.
 *
 * <p>What a method that writes has acknowledged by returning is there after the process dies,
 * however it dies; after a power cut too, but for the last moments (see {@link Forcer}). Any thread
 * may call any method; those that write wait for each other, those that read wait only for readers.
 * Every failure is a {@link StorageException}; after a write that failed the store stays readable.
 */
public final class RunStore implements AutoCloseable {
    private final Database database;
    private final Blobs blobs;
    private final @Nullable Forcer forcer;
    private final @Nullable HomeLock lock;
    private final SecureRandom random = new SecureRandom();

    private RunStore(
            Database database, Blobs blobs, @Nullable Forcer forcer, @Nullable HomeLock lock) {
        this.database = database;
        this.blobs = blobs;
        this.forcer = forcer;
        this.lock = lock;
    }

    /**
     * Opens the store of a home, and creates what is missing. A run that a dead process left
     * running is interrupted from now on.
     *
     * @throws StorageException if another process has the home, or it cannot be written, or what is
     *     there is damaged or of a newer schema; what could not be read was not written to
     */
    public static RunStore open(Path home) {
        Path directory = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw Causes.writing(directory, e);
        }
        HomeLock lock = HomeLock.take(directory);
        try {
            CommitCount count = CommitCount.in(directory);
            Database database = Database.open(directory, count);
            FileBlobs blobs = new FileBlobs(directory.resolve("blobs"));
            Forcer forcer = Forcer.start(database, blobs, count);
            RunStore store = new RunStore(database, blobs, forcer, lock);
            store.interruptWhatWasRunning();
            return store;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A store that ends with the process. */
    public static RunStore inMemory() {
        return new RunStore(Database.inMemory(), new Blobs.InMemory(), null, null);
    }

    private void interruptWhatWasRunning() {
        if (runs().stream().anyMatch(run -> run.state() == RunState.RUNNING)) {
            write(Runs::interruptRunning);
        }
    }

    private <T> T write(Database.Work<T> work) {
        T result = database.write(work);
        if (forcer != null) {
            forcer.wake();
        }
        return result;
    }

    /** Newest first. */
    public List<RunRecord> runs() {
        return database.read(Runs::list);
    }

    /**
     * One run by its id.
     *
     * @throws StorageException if there is no such run
     */
    public RunRecord run(String id) {
        return database.read(connection -> Runs.find(connection, id))
                .orElseThrow(() -> Runs.unknown(id));
    }

    /**
     * Registers a run that starts now, and gives it its id.
     *
     * @param settings the scenario's keys as JSON text
     * @param parent the run it is forked from
     */
    public RunRecord create(
            String scenarioName, String settings, long seed, int rounds, @Nullable String parent) {
        Instant created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return write(connection -> {
            String id;
            do {
                id = RunIds.next(scenarioName, created, random);
            } while (Runs.find(connection, id).isPresent());
            RunRecord run =
                    new RunRecord(
                            id,
                            created,
                            scenarioName,
                            settings,
                            seed,
                            RunState.RUNNING,
                            0,
                            rounds,
                            parent);
            Runs.insert(connection, run);
            return run;
        });
    }

    /** Needed to interrupt and to resume; the log itself completes a run or fails it. */
    public void setState(String run, RunState state) {
        write(connection -> {
            Runs.End end = Runs.end(connection, run);
            Runs.update(
                    connection, new Runs.End(end.number(), end.lastSeq(), end.lastRound(), state));
            return state;
        });
    }

    /**
     * Removes a run with its events, its checkpoints and the blobs that no other run refers to.
     *
     * @throws StorageException if there is no such run, or it is running
     */
    public synchronized void delete(String run) {
        List<String> orphans =
                write(connection -> {
                    Runs.End end = Runs.end(connection, run);
                    if (end.state() == RunState.RUNNING) {
                        throw new StorageException(
                                "run %s is running; stop it first".formatted(run));
                    }
                    List<String> own = Checkpoints.blobsOnlyIn(connection, end.number());
                    Runs.delete(connection, end);
                    return own;
                });
        orphans.forEach(blobs::delete);
    }

    /** Appends events alone, see {@link #commit}. */
    public void append(String run, List<RecordedEvent> events) {
        commit(run, events, null);
    }

    /** Saves a checkpoint alone, see {@link #commit}. */
    public void saveCheckpoint(String run, Checkpoint checkpoint) {
        commit(run, List.of(), checkpoint);
    }

    /**
     * Appends events and saves a checkpoint, both or neither. A {@code RoundClosed} among the
     * events moves the run's last round, {@code RunCompleted} and {@code RunFailed} its state.
     *
     * @throws StorageException if there is no such run, the numbers leave a gap or overlap, or the
     *     disk is full
     */
    public synchronized void commit(
            String run, List<RecordedEvent> events, @Nullable Checkpoint checkpoint) {
        Checkpoints.@Nullable Row row = checkpoint == null ? null : keep(checkpoint);
        write(connection -> {
            Runs.End end = Runs.end(connection, run);
            if (!events.isEmpty()) {
                end = EventLog.append(connection, run, end, events);
                Runs.update(connection, end);
            }
            if (row != null) {
                Checkpoints.save(connection, end.number(), row);
            }
            return end;
        });
    }

    private Checkpoints.Row keep(Checkpoint checkpoint) {
        Map<String, String> hashes = new LinkedHashMap<>();
        checkpoint.named().forEach((name, weights) -> hashes.put(name, blobs.put(weights)));
        return new Checkpoints.Row(checkpoint.round(), hashes);
    }

    /** The number of the last event in the log, 0 if it is empty. */
    public long lastSeq(String run) {
        return database.read(connection -> Runs.end(connection, run)).lastSeq();
    }

    public List<RecordedEvent> events(String run) {
        List<RecordedEvent> events = new ArrayList<>();
        forEachEvent(run, events::add);
        return events;
    }

    /**
     * Hands over the events in order, one batch in memory at a time; those appended meanwhile come
     * too.
     *
     * @throws StorageException if there is no such run, or its log is damaged
     */
    public void forEachEvent(String run, Consumer<RecordedEvent> consumer) {
        List<RecordedEvent> batch = batchAfter(run, 0);
        while (!batch.isEmpty()) {
            batch.forEach(consumer);
            batch = batchAfter(run, batch.getLast().seq());
        }
    }

    private List<RecordedEvent> batchAfter(String run, long seq) {
        return database.read(connection -> EventLog.batchAfter(connection, run, seq));
    }

    /**
     * The newest checkpoint whose blobs are whole, if there is a checkpoint: a resumed run comes to
     * the same parameters from an earlier one too.
     *
     * @throws StorageException if there is no such run, or no checkpoint of it is whole
     */
    public Optional<Checkpoint> latest(String run) {
        StorageException damaged = null;
        Optional<Checkpoints.Row> row = row(run, Integer.MAX_VALUE);
        while (row.isPresent()) {
            try {
                return row.map(this::load);
            } catch (StorageException e) {
                damaged = damaged == null ? e : damaged;
                row = row(run, row.get().round() - 1);
            }
        }
        if (damaged != null) {
            throw damaged;
        }
        return Optional.empty();
    }

    /**
     * The newest checkpoint at or before a round, if there is one.
     *
     * @throws StorageException if there is no such run, or a blob is missing or damaged
     */
    public Optional<Checkpoint> at(String run, int round) {
        return row(run, round).map(this::load);
    }

    private Optional<Checkpoints.Row> row(String run, int round) {
        return database.read(connection -> {
            long number = Runs.end(connection, run).number();
            return Checkpoints.at(connection, number, round);
        });
    }

    private Checkpoint load(Checkpoints.Row row) {
        Map<String, Weights> named = new LinkedHashMap<>();
        row.hashes().forEach((name, sha256) -> named.put(name, blobs.get(sha256)));
        return new Checkpoint(row.round(), named);
    }

    @Override
    public void close() {
        if (forcer != null) {
            forcer.close();
        }
        database.close();
        if (lock != null) {
            lock.close();
        }
    }
}
