package federarium.desktop;

import federarium.event.FederationEvent.SettingChanged;
import federarium.host.Damage;
import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Exhibit;
import federarium.host.Federation;
import federarium.host.LoggedRun;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of the engine in this process, kept in the store of a home. */
public final class EngineRuns implements Runs {
    private final Path home;
    private final int threads;
    private boolean inMemory;
    private @Nullable Opened opened;

    private record Opened(RunStore store, Engine engine) {}

    /**
     * Opens nothing yet, so that the window is there before the store is.
     *
     * @param threads how many threads train at a time
     */
    public EngineRuns(Path home, int threads) {
        this.home = home;
        this.threads = threads;
    }

    /**
     * Runs in the usual home. They train on one thread fewer than there are cores, which is left to
     * the picture; it changes no bit of a run.
     */
    public static EngineRuns ofThisMachine() {
        String named = System.getenv("FEDERARIUM_HOME");
        Path home =
                named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".federarium");
        return new EngineRuns(home, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
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
    public Federation start(Scenario scenario) {
        return opened().engine.start(scenario, Drive.WATCHED);
    }

    @Override
    public Optional<Interrupted> interrupted() {
        return opened().store.runs().stream()
                .filter(run -> run.state() == RunState.INTERRUPTED)
                .findFirst()
                .map(run ->
                        new Interrupted(
                                run.id(),
                                title(run.scenarioName()),
                                run.lastRound(),
                                run.rounds(),
                                run.created()));
    }

    private String title(String scenario) {
        return names().contains(scenario) ? open(scenario).title() : scenario;
    }

    @Override
    public Federation resume(String run) {
        Opened all = opened();
        int logged = all.store.run(run).lastRound();
        int checkpoint = all.store.latest(run).map(Checkpoint::round).orElse(0);
        return CatchUp.through(all.engine.resume(run, Drive.WATCHED), checkpoint, logged);
    }

    @Override
    public Federation fork(String run, int round, Map<String, String> changes) {
        return opened().engine.fork(run, round, changes, Drive.WATCHED);
    }

    @Override
    public Exhibit exhibit(String run, int round, String node, Map<String, String> changes) {
        return Exhibit.of(opened().store, run, round, node, changes);
    }

    @Override
    public Damage damage(String run, int round) {
        Opened all = opened();
        return new Damage(all.engine, all.store, run, round);
    }

    @Override
    public Scenario acting(Federation federation) {
        Scenario acting = federation.scenario();
        LoggedRun logged = LoggedRun.read(opened().store, federation.run(), _ -> {});
        for (SettingChanged change : logged.state().changes()) {
            acting = acting.with(change.key(), change.value());
        }
        return acting;
    }

    @Override
    public synchronized void keepInMemory() {
        close();
        inMemory = true;
    }

    @Override
    public synchronized Federation resumeInMemory(String run) {
        RunCopy copy = RunCopy.of(opened().store, run);
        keepInMemory();
        RunRecord copied = copy.into(opened().store);
        return resume(copied.id());
    }

    private synchronized Opened opened() {
        Opened running = opened;
        if (running == null) {
            RunStore store = inMemory ? RunStore.inMemory() : RunStore.open(home);
            running = new Opened(store, Engine.on(store, threads));
            opened = running;
        }
        return running;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.engine.close();
            opened.store.close();
            opened = null;
        }
    }
}
