package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import federarium.event.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir Path home;

    @Test
    void losesNothingThatAKilledProcessAcknowledged() throws Exception {
        for (int cycle = 1; cycle <= 3; cycle++) {
            String run;
            long safe;
            try (StoreProcess process = StoreProcess.start(home)) {
                run = process.line().substring("run ".length());
                for (int line = 0; line < 20 * cycle; line++) {
                    process.line();
                }
                process.kill();
                safe = process.safe();
            }
            assertTrue(safe >= 60L * cycle, safe + " events");
            try (RunStore store = RunStore.open(home)) {
                assertWhole(store, run, safe);
                assertEquals(RunState.INTERRUPTED, store.run(run).state());
                assertEquals(cycle, store.runs().size());
            }
        }
    }

    @Test
    void goesOnAfterACrashWhereTheLogEnds() throws Exception {
        String run;
        try (StoreProcess process = StoreProcess.start(home)) {
            run = process.line().substring("run ".length());
            process.line();
            process.kill();
        }
        try (RunStore store = RunStore.open(home)) {
            int next = store.run(run).lastRound() + 1;
            store.setState(run, RunState.RUNNING);
            store.commit(
                    run,
                    SampleEvents.round(next, 2, store.lastSeq(run) + 1),
                    StoreProcess.checkpoint(next));

            assertWhole(store, run, 3L * next);
        }
    }

    @Test
    void namesAFullDiskAndLosesNothingThatWasAcknowledged() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash sets the limit: skipped");
        String run;
        long safe;
        try (StoreProcess process = StoreProcess.startAfter("ulimit -f 400", home)) {
            run = process.line().substring("run ".length());
            String line = process.line();
            while (line.startsWith("safe ")) {
                line = process.line();
            }
            safe = process.safe();
            assertTrue(line.startsWith("stopped The disk that holds " + home), line);
            assertTrue(line.contains(" is full ("), line);
            assertTrue(line.endsWith("; free some space, then resume the run"), line);
            assertTrue(process.line().startsWith("again The disk that holds "));
            assertTrue(readable(process.line()) >= safe);
            assertEquals("latest " + safe / 3, process.line());
            assertEquals(0, process.exitCode());
        }
        assertTrue(safe > 0);
        try (RunStore store = RunStore.open(home)) {
            assertWhole(store, run, safe);
        }
    }

    private static long readable(String line) {
        return Long.parseLong(line.substring("readable ".length()));
    }

    /**
     * Every safe event and its checkpoint are there, and what came after is whole or not at all.
     */
    private static void assertWhole(RunStore store, String run, long safe) throws IOException {
        List<RecordedEvent> events = store.events(run);
        assertTrue(events.size() >= safe, events.size() + " of " + safe + " events");
        assertEquals(events.size(), store.lastSeq(run));
        int rounds = events.size() / 3;
        for (int round = 1; round <= rounds; round++) {
            assertEquals(
                    SampleEvents.round(round, 2, 3L * round - 2),
                    events.subList(3 * round - 3, 3 * round));
            assertEquals(Optional.of(StoreProcess.checkpoint(round)), store.at(run, round));
        }
        assertEquals(rounds, store.run(run).lastRound());
        assertEquals(rounds, store.latest(run).orElseThrow().round());
    }
}
