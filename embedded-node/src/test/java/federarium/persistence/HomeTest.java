package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir Path directory;

    @Test
    void createsADirectoryThatIsMissing() {
        Path home = directory.resolve("a/b c");
        RunStore.open(home).close();

        try (RunStore store = RunStore.open(home)) {
            assertTrue(store.runs().isEmpty());
        }
    }

    @Test
    void letsOneProcessInAndNamesItToOthers() throws Exception {
        try (StoreProcess process = StoreProcess.start(directory)) {
            process.line();

            assertEquals(
                    "%s is in use by process %d; close it or take another home with --home DIR"
                            .formatted(directory, process.pid()),
                    Refusals.sentence(() -> RunStore.open(directory)));

            process.kill();
            RunStore.open(directory).close();
        }
    }

    @Test
    void letsOneStoreInWithinAProcess() throws Exception {
        String inUse = "is in use by process " + ProcessHandle.current().pid() + ";";
        try (RunStore store = RunStore.open(directory)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                String message =
                        Refusals.sentence(
                                () -> RunStore.open(directory.resolve("../").resolve(directory)));
                assertTrue(message.contains(inUse), message);
            }
            try (StoreProcess process = StoreProcess.start(directory)) {
                String line = process.line();
                assertTrue(line.startsWith("refused ") && line.contains(inUse), line);
                assertEquals(2, process.exitCode());
            }
            assertTrue(store.runs().isEmpty());
        }
        RunStore.open(directory).close();
    }

    @Test
    void refusesAHomeThatCannotBeADirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        for (Path home : new Path[] {file, file.resolve("home")}) {
            String message = Refusals.sentence(() -> RunStore.open(home));
            assertTrue(message.startsWith(home + " cannot be written ("), message);
            assertTrue(message.endsWith("); take another home with --home DIR"), message);
        }
    }

    @Test
    void refusesAHomeWhoseDatabaseCannotBeCreated() throws IOException {
        Files.createDirectories(directory.resolve("federarium.new.mv.db/in the way"));

        String message = Refusals.sentence(() -> RunStore.open(directory));

        assertTrue(message.startsWith(directory + " cannot be written ("), message);
    }

    @Test
    void refusesANewerSchemaAndChangesNothing() throws Exception {
        RunStore.open(directory).close();
        sql("UPDATE store SET version = 7");

        String message = refusesAndChangesNothing();

        assertTrue(
                message.contains(
                        " has schema version 7, this Federarium reads version 1; nothing was"
                                + " changed"),
                message);
    }

    @Test
    void refusesADatabaseThatIsNotAStore() throws Exception {
        RunStore.open(directory).close();
        sql("DROP TABLE store");

        assertTrue(refusesAndChangesNothing().contains("\"STORE\" not found"));
    }

    @Test
    void refusesADamagedFileAndChangesNothing() throws Exception {
        try (RunStore store = RunStore.open(directory)) {
            commitFiftyRounds(store);
        }
        damage(bytes -> new byte[0]);
        damage(bytes -> "no database at all".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        damage(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        damage(bytes -> Arrays.copyOf(bytes, 8192));
        damage(bytes -> {
            Arrays.fill(bytes, 0, 8192, (byte) 'x');
            return bytes;
        });
        damage(bytes -> {
            Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
            return bytes;
        });
        damage(bytes -> {
            byte[] noise = new byte[bytes.length - 8192];
            new Random(1).nextBytes(noise);
            System.arraycopy(noise, 0, bytes, 8192, noise.length);
            return bytes;
        });
        try (RunStore store = RunStore.open(directory)) {
            assertEquals(1, store.runs().size());
        }
    }

    @Test
    void refusesAnUnclosedFileWhoseEndIsMissing() throws Exception {
        byte[] unclosed;
        try (RunStore store = RunStore.open(directory)) {
            commitFiftyRounds(store);
            unclosed = Files.readAllBytes(database());
        }
        Files.write(database(), unclosed);

        String message = damage(bytes -> Arrays.copyOf(bytes, bytes.length / 2));

        assertTrue(message.contains("commits are gone"), message);
        try (RunStore store = RunStore.open(directory)) {
            assertEquals(50, store.runs().getFirst().lastRound());
        }
    }

    @Test
    void namesTheRunWhoseLogIsDamaged() throws Exception {
        String run;
        try (RunStore store = RunStore.open(directory)) {
            run = commitFiftyRounds(store);
        }
        sql("UPDATE event_batch SET lines = SUBSTRING(lines FROM 1 FOR 30) WHERE first_seq = 11");

        try (RunStore store = RunStore.open(directory)) {
            String message = Refusals.sentence(() -> store.events(run));
            assertTrue(message.startsWith("run " + run + ": the log is damaged"), message);
            assertTrue(message.contains("from event 11 on cannot be unpacked"), message);
        }
    }

    /** Damages the file, has it refused, and puts it back. */
    private String damage(UnaryOperator<byte[]> how) throws IOException {
        byte[] good = Files.readAllBytes(database());
        Files.write(database(), how.apply(good.clone()));
        String message = refusesAndChangesNothing();
        assertTrue(message.startsWith(database() + " is damaged ("), message);
        assertTrue(message.contains("nothing was changed"), message);
        Files.delete(database()); // H2 may still hold the damaged one open
        Files.write(database(), good);
        return message;
    }

    private String refusesAndChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(database());
        FileTime time = Files.getLastModifiedTime(database());
        String message = Refusals.sentence(() -> RunStore.open(directory));
        Refusals.sentence(() -> RunStore.open(directory));
        assertArrayEquals(before, Files.readAllBytes(database()));
        assertEquals(time, Files.getLastModifiedTime(database()));
        return message;
    }

    private static String commitFiftyRounds(RunStore store) {
        String run = store.create("digits", "{}", 1, 50, null).id();
        for (int round = 1; round <= 50; round++) {
            store.commit(
                    run,
                    SampleEvents.round(round, 9, 10L * round - 9),
                    StoreProcess.checkpoint(round));
        }
        return run;
    }

    private void sql(String statement) throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("federarium");
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute(statement);
        }
    }

    private Path database() {
        return directory.resolve("federarium.mv.db");
    }
}
