package federarium.host;

import federarium.data.DataLoader;
import federarium.data.FederatedData;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Data that were loaded last; a reset, a sweep or a what-if needs the same again. */
final class DataCache {
    private record Key(
            Scenario.DataSpec data, @Nullable String file, @Nullable Integer clients, long seed) {}

    private @Nullable Key key;
    private @Nullable FederatedData data;

    /**
     * @param file fingerprint of the file they are read from, where there is one
     */
    synchronized FederatedData load(Scenario scenario, @Nullable String file) {
        Key wanted = new Key(scenario.data(), file, scenario.clients(), scenario.seed());
        FederatedData held = data;
        if (held == null || !wanted.equals(key)) {
            held =
                    DataLoader.load(
                            scenario.data(),
                            scenario.clients(),
                            new RandomStreams(scenario.seed()));
            data = held;
            key = wanted;
        }
        return held;
    }
}
