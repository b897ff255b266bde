package federarium.host;

import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run that has ended and is kept in memory. */
record Kept(RunStore store, Engine engine, String run) implements AutoCloseable {

    static Kept of(Scenario scenario) {
        RunStore store = RunStore.inMemory();
        Engine engine = Engine.on(store, 2);
        Federation federation = engine.start(scenario, Drive.UNATTENDED);
        federation.finished().join();
        return new Kept(store, engine, federation.run());
    }

    /** A node's update of it, with settings as KEY=VALUE changed. */
    Exhibit exhibit(int round, String node, String... changes) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String change : changes) {
            String[] keyAndValue = change.split("=", 2);
            settings.put(keyAndValue[0], keyAndValue[1]);
        }
        return Exhibit.of(store, run, round, node, settings);
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
