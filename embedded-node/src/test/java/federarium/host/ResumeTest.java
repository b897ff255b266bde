package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.Changes;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
    private static final int ROUNDS = 40;

    @TempDir private Path home;

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 7", "8, 31", "60, 3", "60, 12"})
    void aKilledRunLosesNothingAcknowledgedAndEndsWithTheBitsOfAnUninterruptedOne(
            int clients, int killedAt) throws Exception {
        Scenario scenario = Runs.digits(ROUNDS).with("clients", String.valueOf(clients));
        long acknowledged = runAndKill(clients, killedAt);

        try (RunStore store = RunStore.open(home);
                Engine engine = Engine.on(store, 2)) {
            RunRecord run = store.runs().getFirst();
            assertEquals(RunState.INTERRUPTED, run.state());
            assertTrue(
                    store.lastSeq(run.id()) >= acknowledged,
                    store.lastSeq(run.id()) + " events kept, " + acknowledged + " acknowledged");

            engine.resume(run.id(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    Runs.comparable(Runs.log(scenario, 2)),
                    Runs.comparable(store.events(run.id())));
            assertEquals(RunState.COMPLETED, store.run(run.id()).state());
        }
    }

    /**
     * Starts a run in a process of its own and kills it; returns the last event it acknowledged.
     */
    private long runAndKill(int clients, int killedAt) throws IOException, InterruptedException {
        Process process = ChildRun.start(home, clients, ROUNDS);
        long last = 0;
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                String[] seqAndRound = line.split(" ");
                last = Long.parseLong(seqAndRound[0]);
                if (Integer.parseInt(seqAndRound[1]) >= killedAt) {
                    process.destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (IOException closedByTheKill) {
            assertTrue(process.waitFor() != 0, "killed");
        }
        process.waitFor();
        return last;
    }

    @Test
    void aRunThatWasClosedGoesOnWithTheChangesThatWereMadeToIt() {
        Scenario scenario = Runs.digits(6);
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation whole = engine.start(scenario, Drive.WATCHED);
            Paced wholePace = new Paced(whole);
            wholePace.advance(2);
            wholePace.change("training.learningRate", "0.02");
            wholePace.advance(4);
            whole.finished().join();

            Federation first = engine.start(scenario, Drive.WATCHED);
            Paced firstPace = new Paced(first);
            firstPace.advance(2);
            firstPace.change("training.learningRate", "0.02");
            firstPace.advance(1);
            first.close();
            engine.resume(first.run(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    Runs.comparable(store.events(whole.run())),
                    Runs.comparable(store.events(first.run())));
        }
    }

    @Test
    void aRunOnDataThatHaveChangedSinceIsNotGoneOnWith() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1)) {
            List<RecordedEvent> log = Runs.log(Runs.digits(2), 1);
            Scenario other = Runs.digits(2).with("seed", "2");
            RunRecord run =
                    store.create(
                            "digits",
                            new SettingsJson(other, Changes.NONE, null).write(),
                            2,
                            2,
                            null);
            store.append(run.id(), Beginning.renamed(log.subList(0, 20), run.id()));
            store.setState(run.id(), RunState.INTERRUPTED);

            Federation resumed = engine.resume(run.id(), Drive.UNATTENDED);
            Exception refusal = assertThrows(Exception.class, () -> resumed.finished().join());

            assertTrue(
                    String.valueOf(refusal.getMessage())
                            .contains("event 1 was RunStarted of round 0, and is different now"),
                    refusal.getMessage());
            assertEquals(20, store.lastSeq(run.id()));
        }
    }

    @Test
    void aCompletedRunIsNotGoneOnWith() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1)) {
            Federation done = engine.start(Runs.digits(1), Drive.UNATTENDED);
            done.finished().join();

            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> engine.resume(done.run(), Drive.UNATTENDED));

            assertEquals(
                    done.run()
                            + ": has completed; fork it to go another way: federarium fork "
                            + done.run()
                            + " --round 0",
                    refusal.getMessage());
        }
    }
}
