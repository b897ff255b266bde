package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.RecordedEvent;
import federarium.update.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final Weights MODEL = Weights.copyOf(1, -0f, Float.NaN, Float.MIN_VALUE);

    @TempDir Path home;

    @Test
    void keepsRunsEventsAndCheckpointsWhenItIsOpenedAgain() {
        List<RecordedEvent> events = SampleEvents.round(1, 2, 1);
        Checkpoint checkpoint =
                new Checkpoint(1, Map.of("model", MODEL, "momentum", Weights.zeros(4)));
        RunRecord run;
        try (RunStore store = RunStore.open(home)) {
            run = store.create("digits", "{\"rounds\":1}", Long.MIN_VALUE, 1, "parent");
            store.commit(run.id(), events, checkpoint);
            store.append(run.id(), List.of(SampleEvents.recorded(4, new RunCompleted(1, "ab"))));
        }

        try (RunStore store = RunStore.open(home)) {
            RunRecord read = store.run(run.id());
            assertEquals(
                    new RunRecord(
                            run.id(),
                            run.created(),
                            "digits",
                            "{\"rounds\":1}",
                            Long.MIN_VALUE,
                            RunState.COMPLETED,
                            1,
                            1,
                            "parent"),
                    read);
            assertEquals(events, store.events(run.id()).subList(0, 3));
            assertEquals(4, store.lastSeq(run.id()));
            assertEquals(Optional.of(checkpoint), store.latest(run.id()));
        }
    }

    @Test
    void readsWhatWasCommittedWhileItIsOpen() {
        try (RunStore store = RunStore.inMemory()) {
            String run = create(store);
            List<RecordedEvent> seen = new ArrayList<>();
            store.append(run, SampleEvents.round(1, 1, 1));

            store.forEachEvent(
                    run,
                    event -> {
                        seen.add(event);
                        if (event.seq() == 2) {
                            store.append(run, SampleEvents.round(2, 1, 3));
                        }
                    });

            assertEquals(store.events(run), seen);
            assertEquals(4, seen.size());
            assertEquals(2, store.run(run).lastRound());
        }
    }

    @Test
    void listsTheNewestRunFirst() {
        try (RunStore store = RunStore.inMemory()) {
            String first = create(store);
            String second = create(store);

            assertNotEquals(first, second);
            assertEquals(List.of(second, first), store.runs().stream().map(RunRecord::id).toList());
        }
    }

    @Test
    void namesARunThatItDoesNotKnow() {
        try (RunStore store = RunStore.inMemory()) {
            String sentence = "no run is called digits-1; federarium runs lists them";
            assertEquals(sentence, Refusals.sentence(() -> store.run("digits-1")));
            assertEquals(sentence, Refusals.sentence(() -> store.events("digits-1")));
            assertEquals(sentence, Refusals.sentence(() -> store.latest("digits-1")));
            assertEquals(sentence, Refusals.sentence(() -> store.delete("digits-1")));
            assertEquals(
                    sentence,
                    Refusals.sentence(() -> store.append("digits-1", SampleEvents.round(1, 1, 1))));
        }
    }

    @Test
    void refusesGapsAndOverlapsAndKeepsTheLogAsItWas() {
        try (RunStore store = RunStore.inMemory()) {
            String run = create(store);
            List<RecordedEvent> events = SampleEvents.round(1, 1, 1);
            store.append(run, events);

            for (long seq : new long[] {2, 4}) {
                String message =
                        Refusals.sentence(() ->
                                store.commit(
                                        run,
                                        SampleEvents.round(2, 1, seq),
                                        new Checkpoint(2, Map.of("model", MODEL))));
                assertTrue(message.contains("event " + seq + " cannot follow event 2"), message);
            }
            Refusals.sentence(() -> store.append(run, List.of(event(3), event(5)))); // a gap inside

            assertEquals(events, store.events(run));
            assertEquals(Optional.empty(), store.latest(run));
            assertEquals(1, store.run(run).lastRound());
        }
    }

    @Test
    void takesABatchOfMoreThanAMegabyte() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        String reason = Base64.getEncoder().encodeToString(noise);
        try (RunStore store = RunStore.inMemory()) {
            String run = create(store);
            List<RecordedEvent> events =
                    List.of(SampleEvents.recorded(1, new RunFailed(0, reason)));

            store.append(run, events);

            assertEquals(events, store.events(run));
        }
    }

    @Test
    void findsTheNearestCheckpointAtOrBeforeARound() {
        try (RunStore store = RunStore.inMemory()) {
            String run = create(store);
            store.saveCheckpoint(run, new Checkpoint(0, Map.of("model", MODEL)));
            store.saveCheckpoint(run, new Checkpoint(5, Map.of("model", Weights.zeros(1))));
            store.saveCheckpoint(run, new Checkpoint(5, Map.of("model", Weights.zeros(2))));

            assertEquals(0, store.at(run, 4).orElseThrow().round());
            assertEquals(
                    Optional.of(new Checkpoint(5, Map.of("model", Weights.zeros(2)))),
                    store.at(run, 7));
            assertEquals(5, store.latest(run).orElseThrow().round());
            assertEquals(Optional.empty(), store.at(run, -1));
        }
    }

    @Test
    void readsTheStateOffTheLog() {
        try (RunStore store = RunStore.inMemory()) {
            String run = create(store);
            assertEquals(RunState.RUNNING, store.run(run).state());

            store.append(run, List.of(SampleEvents.recorded(1, new RunFailed(0, "no memory"))));

            assertEquals(RunState.FAILED, store.run(run).state());
        }
    }

    @Test
    void interruptsOnOpeningWhatWasLeftRunning() {
        String run;
        try (RunStore store = RunStore.open(home)) {
            run = create(store);
        }
        try (RunStore store = RunStore.open(home)) {
            assertEquals(RunState.INTERRUPTED, store.run(run).state());
            store.setState(run, RunState.RUNNING);
            assertEquals(RunState.RUNNING, store.run(run).state());
        }
    }

    @Test
    void outlivesTheInterruptionOfTheThreadThatUsesIt() {
        try (RunStore store = RunStore.open(home)) {
            String run = create(store);
            for (int round = 1; round <= 20; round++) {
                Thread.currentThread().interrupt();
                store.commit(
                        run,
                        SampleEvents.round(round, 1, 2L * round - 1),
                        new Checkpoint(round, Map.of("model", Weights.copyOf(round))));
                Thread.currentThread().interrupt();
                assertEquals(round, store.latest(run).orElseThrow().round());
            }
            assertEquals(40, store.events(run).size());
        } finally {
            Thread.interrupted(); // leave the test's thread as it was
        }
    }

    private static String create(RunStore store) {
        return store.create("digits", "{}", 1, 50, null).id();
    }

    private static RecordedEvent event(long seq) {
        return SampleEvents.round(2, 0, seq).getFirst();
    }
}
