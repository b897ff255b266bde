package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Federation;
import federarium.host.Summary;
import federarium.host.Timing;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Several runs in one engine, some at a time. */
record Batch(Engine engine, int atATime) {

    /**
     * How many of some runs may go at a time: those that add up have to wait for each other.
     *
     * @param threads that are there
     */
    static int atATime(List<Scenario> scenarios, int threads) {
        return addingUp(scenarios) ? 1 : threads;
    }

    /** Whether noised runs on somebody's file are among them: each counts what others have told. */
    static boolean addingUp(List<Scenario> scenarios) {
        return scenarios.stream()
                .anyMatch(each -> each.data().file() != null && !each.privacy().isNone());
    }

    /**
     * What came of a run.
     *
     * @param reason why it stopped before its last round, or null
     * @param seconds from start to end, beside the others
     */
    record Ran(Summary summary, @Nullable String reason, double seconds) {}

    /** Runs them all, and tells after each; what came of them is in their order. */
    List<Ran> run(List<Scenario> scenarios, Runnable after) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(atATime)) {
            List<Future<Ran>> running = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                running.add(
                        pool.submit(() -> {
                            Ran ran = run(scenario);
                            after.run();
                            return ran;
                        }));
            }
            List<Ran> done = new ArrayList<>();
            for (Future<Ran> each : running) {
                done.add(result(each));
            }
            return done;
        }
    }

    private Ran run(Scenario scenario) {
        long start = System.nanoTime();
        Timing timing = new Timing();
        Federation federation = engine.start(scenario, Drive.UNATTENDED);
        federation.watch(timing);
        FederationState state = federation.finished().join();
        return new Ran(
                Summary.of(state, state.outcome().status().name(), timing, null),
                state.outcome().reason(),
                (System.nanoTime() - start) / 1e9);
    }

    private static Ran result(Future<Ran> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }
}
