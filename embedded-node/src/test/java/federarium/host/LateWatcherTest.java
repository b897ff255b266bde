package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.RecordedEvent;
import federarium.event.Step;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LateWatcherTest {

    @Test
    void hearsWhereTheRunStandsAfterAllThatHappened() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Federation federation = engine.start(Runs.digits(2), Drive.WATCHED)) {
            federation.submit(new AdvanceStep());
            List<Object> early = new Notes(federation, new Paused(1, Step.TRAIN)).taken();
            List<Object> late = new Notes(federation, new Paused(1, Step.TRAIN)).taken();

            assertEquals(events(early), late.subList(0, late.size() - 2));
            assertEquals(
                    List.of(new StepEntered(1, Step.CHOOSE_AND_SEND), new Paused(1, Step.TRAIN)),
                    late.subList(late.size() - 2, late.size()));
        }
    }

    @Test
    void hearsAllOfARunThatIsOver() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Federation federation = engine.start(Runs.digits(1), Drive.UNATTENDED)) {
            federation.finished().join();
            List<RecordedEvent> heard = new ArrayList<>();
            federation.watch(
                    new Watcher() {
                        @Override
                        public void happened(RecordedEvent event) {
                            heard.add(event);
                        }
                    });

            assertEquals(store.events(federation.run()), heard);
        }
    }

    private static List<Object> events(List<Object> notes) {
        return notes.stream().filter(RecordedEvent.class::isInstance).toList();
    }

    /** All that a watcher is told until the run waits. */
    private static final class Notes implements Watcher {
        private final List<Object> notes = new ArrayList<>();
        private final LiveSignal last;
        private final CompletableFuture<List<Object>> taken = new CompletableFuture<>();

        Notes(Federation federation, LiveSignal last) {
            this.last = last;
            federation.watch(this);
        }

        @Override
        public void happened(RecordedEvent event) {
            notes.add(event);
        }

        @Override
        public void signalled(LiveSignal signal) {
            notes.add(signal);
            if (signal.equals(last)) {
                taken.complete(List.copyOf(notes));
            }
        }

        List<Object> taken() {
            return taken.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
