package federarium.host;

import federarium.client.Memory;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the nodes of this process keep from round to round. A node's own training reads and replaces
 * its entry, on whatever thread; all of them together are read between rounds.
 */
final class NodeMemories {
    private final ConcurrentSkipListMap<Integer, Memory> byClient = new ConcurrentSkipListMap<>();

    /** Begins with these, by client; whoever is not among them remembers nothing. */
    NodeMemories(Map<Integer, Memory> byClient) {
        byClient.forEach(this::replace);
    }

    Memory of(int client) {
        return byClient.getOrDefault(client, Memory.EMPTY);
    }

    void replace(int client, Memory memory) {
        if (memory.named().isEmpty()) {
            byClient.remove(client);
        } else {
            byClient.put(client, memory);
        }
    }

    /** Those that are not empty, as they are now. */
    SortedMap<Integer, Memory> all() {
        return new TreeMap<>(byClient);
    }
}
