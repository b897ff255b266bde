package federarium.desktop;

import federarium.event.FederationEvent;
import federarium.host.Damage;
import federarium.host.Exhibit;
import federarium.host.Federation;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs whose logs a test can read. */
final class RecordingRuns implements Runs {
    private final Runs runs;
    private final List<List<FederationEvent>> logs = new CopyOnWriteArrayList<>();

    RecordingRuns(Runs runs) {
        this.runs = runs;
    }

    /** The events of the newest run so far. */
    List<FederationEvent> log() {
        return List.copyOf(logs.getLast());
    }

    int started() {
        return logs.size();
    }

    @Override
    public List<String> names() {
        return runs.names();
    }

    @Override
    public Scenario open(String name) {
        return runs.open(name);
    }

    @Override
    public Federation start(Scenario scenario) {
        return recorded(runs.start(scenario));
    }

    @Override
    public Optional<Interrupted> interrupted() {
        return runs.interrupted();
    }

    @Override
    public Federation resume(String run) {
        return recorded(runs.resume(run));
    }

    @Override
    public Federation fork(String run, int round, Map<String, String> changes) {
        return recorded(runs.fork(run, round, changes));
    }

    @Override
    public Federation resumeInMemory(String run) {
        return recorded(runs.resumeInMemory(run));
    }

    private Federation recorded(Federation federation) {
        List<FederationEvent> log = new CopyOnWriteArrayList<>();
        logs.add(log);
        federation.watch(event -> log.add(event.event()));
        return federation;
    }

    @Override
    public Exhibit exhibit(String run, int round, String node, Map<String, String> changes) {
        return runs.exhibit(run, round, node, changes);
    }

    @Override
    public Damage damage(String run, int round) {
        return runs.damage(run, round);
    }

    @Override
    public Scenario acting(Federation federation) {
        return runs.acting(federation);
    }

    @Override
    public void keepInMemory() {
        runs.keepInMemory();
    }

    @Override
    public void close() {
        runs.close();
    }
}
