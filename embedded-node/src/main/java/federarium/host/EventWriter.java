package federarium.host;

import federarium.coordinator.CoordinatorCommand;
import federarium.coordinator.EventLog;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a run's log: numbers an event, keeps it, then tells it to whoever watches.
 *
 * <p>A run that goes on in a later life makes the events after its checkpoint again. Those that the
 * log holds already are compared and not written twice; if one differs, the run is not the one that
 * was logged, and nothing is added to it.
 */
final class EventWriter implements EventLog {
    private final String run;
    private final RunStore store;
    private final boolean watched;
    private final Function<CoordinatorCommand.Checkpoint, @Nullable Checkpoint> keeping;
    private final Deque<RecordedEvent> expected;
    private final List<Task> held = new ArrayList<>();
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final StandingSignals standing = new StandingSignals();
    private final Thread thread;
    private final Instant began = Instant.now();
    private final long beganNanos = System.nanoTime();
    private boolean over;
    private long next;
    private @Nullable RuntimeException broken;

    private sealed interface Task {
        record Append(
                List<RecordedEvent> events,
                @Nullable Checkpoint checkpoint,
                long last,
                CompletableFuture<Long> kept)
                implements Task {}

        record Subscribe(Watcher watcher) implements Task {}

        record Tell(LiveSignal signal) implements Task {}

        record Close() implements Task {}
    }

    /**
     * A writer that goes on after some events.
     *
     * @param next the number of the first event to come
     * @param expected events from that number on which the log holds already
     * @param watched whether somebody watches as it happens
     * @param keeping what is kept of a checkpoint, asked as the round closes; null for nothing
     */
    EventWriter(
            String run,
            RunStore store,
            long next,
            List<RecordedEvent> expected,
            boolean watched,
            Function<CoordinatorCommand.Checkpoint, @Nullable Checkpoint> keeping) {
        this.run = run;
        this.store = store;
        this.next = next;
        this.expected = new ArrayDeque<>(expected);
        this.watched = watched;
        this.keeping = keeping;
        this.thread = Thread.ofPlatform().name("log of " + run).daemon().start(this::work);
    }

    @Override
    public CompletableFuture<Long> append(
            List<FederationEvent> events, CoordinatorCommand.@Nullable Checkpoint checkpoint) {
        Instant at =
                began.plus(Duration.ofNanos(System.nanoTime() - beganNanos))
                        .truncatedTo(ChronoUnit.MICROS);
        List<RecordedEvent> fresh = new ArrayList<>();
        for (FederationEvent event : events) {
            RecordedEvent logged = expected.poll();
            if (logged == null) {
                fresh.add(new RecordedEvent(next, at, event));
            } else if (!logged.event().equals(event)) {
                return CompletableFuture.failedFuture(
                        new DifferentRunException(run, logged, event));
            }
            next++;
        }
        Checkpoint kept = checkpoint == null ? null : keeping.apply(checkpoint);
        CompletableFuture<Long> durable = new CompletableFuture<>();
        hand(
                new Task.Append(fresh, kept, next - 1, durable),
                watched || checkpoint != null || ends(events));
        return durable;
    }

    private static boolean ends(List<FederationEvent> events) {
        return events.getLast() instanceof RunCompleted || events.getLast() instanceof RunFailed;
    }

    private synchronized void hand(Task task, boolean now) {
        held.add(task);
        if (now) {
            queue.addAll(held);
            held.clear();
        }
    }

    /** Tells all from the first event on; at once, where a short run is over by now. */
    void watch(Watcher watcher) {
        synchronized (this) {
            if (!over) {
                queue.add(new Task.Subscribe(watcher));
                return;
            }
        }
        tellSoFar(watcher);
    }

    void tell(LiveSignal signal) {
        if (watched) {
            queue.add(new Task.Tell(signal));
        }
    }

    /** Writes and tells what is waiting, then ends. */
    void close() {
        hand(new Task.Close(), true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Task> waiting = new ArrayList<>();
        while (true) {
            try {
                waiting.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            queue.drainTo(waiting);
            boolean open = workOff(waiting);
            waiting.clear();
            if (!open) {
                synchronized (this) {
                    over = true;
                    queue.drainTo(waiting);
                }
                workOff(waiting);
                return;
            }
        }
    }

    /** Appends that wait together are kept together: one commit instead of several. */
    private boolean workOff(List<Task> tasks) {
        boolean open = true;
        List<Task.Append> together = new ArrayList<>();
        for (Task task : tasks) {
            if (task instanceof Task.Append append) {
                together.add(append);
                if (append.checkpoint() == null) {
                    continue;
                }
            }
            keep(together);
            together.clear();
            switch (task) {
                case Task.Append _ -> {}
                case Task.Subscribe(Watcher watcher) -> subscribe(watcher);
                case Task.Tell(LiveSignal signal) -> signal(signal);
                case Task.Close _ -> open = false;
            }
        }
        keep(together);
        return open;
    }

    private void keep(List<Task.Append> appends) {
        if (appends.isEmpty()) {
            return;
        }
        List<RecordedEvent> events = new ArrayList<>();
        appends.forEach(append -> events.addAll(append.events()));
        Checkpoint checkpoint = appends.getLast().checkpoint();
        try {
            if (broken != null) {
                throw broken;
            }
            if (!events.isEmpty() || checkpoint != null) {
                store.commit(run, events, checkpoint);
            }
        } catch (RuntimeException e) {
            broken = e;
            appends.forEach(append -> append.kept().completeExceptionally(e));
            return;
        }
        for (RecordedEvent event : events) {
            watchers.forEach(watcher -> watcher.happened(event));
        }
        appends.forEach(append -> append.kept().complete(append.last()));
    }

    private void subscribe(Watcher watcher) {
        tellSoFar(watcher);
        watchers.add(watcher);
    }

    private void tellSoFar(Watcher watcher) {
        store.forEachEvent(run, watcher::happened);
        standing.all().forEach(watcher::signalled);
    }

    private void signal(LiveSignal signal) {
        standing.add(signal);
        watchers.forEach(watcher -> watcher.signalled(signal));
    }
}
