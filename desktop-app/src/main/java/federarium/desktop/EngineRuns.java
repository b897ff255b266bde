package federarium.desktop;

import federarium.host.Engine;
import federarium.host.Federation;
import federarium.persistence.RunStore;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs of the engine in this process, kept in the store of a home. */
public final class EngineRuns implements Runs {
    private final Path home;
    private final int threads;
    private boolean inMemory;
    private @Nullable RunStore store;
    private @Nullable Engine engine;

    /**
     * Opens nothing yet, so that the window is there before the store is.
     *
     * @param threads how many threads train at a time
     */
    public EngineRuns(Path home, int threads) {
        this.home = home;
        this.threads = threads;
    }

    /** Runs in the usual home, on as many threads as there are cores. */
    public static EngineRuns ofThisMachine() {
        String named = System.getenv("FEDERARIUM_HOME");
        Path home =
                named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".federarium");
        return new EngineRuns(home, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public List<String> names() {
        return BuiltInScenarios.names();
    }

    @Override
    public Scenario open(String name) {
        return BuiltInScenarios.open(name);
    }

    @Override
    public synchronized void keepInMemory() {
        close();
        inMemory = true;
    }

    @Override
    public Federation start(Scenario scenario) {
        return engine().start(scenario, Engine.Drive.WATCHED);
    }

    private synchronized Engine engine() {
        Engine running = engine;
        if (running == null) {
            RunStore opened = inMemory ? RunStore.inMemory() : RunStore.open(home);
            store = opened;
            running = Engine.on(opened, threads);
            engine = running;
        }
        return running;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
