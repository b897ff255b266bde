package federarium.host;

import federarium.client.Memory;
import federarium.client.Sent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of this process keep from round to round. A node's own training reads its entry
 * and says what is to become of it, on whatever thread; where that hangs on its update being taken,
 * it is settled when the round has combined. All of them together are read between rounds.
 */
final class NodeMemories {
    private final ConcurrentSkipListMap<Integer, Memory> byClient = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<Integer, Open> open = new ConcurrentHashMap<>();

    /** A round of a node that does not know yet what became of its update. */
    record Open(int round, Sent sent) {

        Memory settled(boolean taken) {
            return taken ? sent.memory() : sent.refused();
        }
    }

    /** Begins with these, by client; whoever is not among them remembers nothing. */
    NodeMemories(Map<Integer, Memory> byClient) {
        byClient.forEach(this::replace);
    }

    Memory of(int client) {
        return byClient.getOrDefault(client, Memory.EMPTY);
    }

    /** A node has sent its update of a round. */
    void sent(int client, int round, Sent sent) {
        if (sent.memory().equals(sent.refused())) {
            replace(client, sent.memory());
        } else {
            open.put(client, new Open(round, sent));
        }
    }

    /** The nodes are told whose updates of a round were taken: no other was. */
    void settle(int round, List<Integer> taken) {
        Set<Integer> all = Set.copyOf(taken);
        open.forEach((client, each) -> {
            replace(client, each.settled(each.round() == round && all.contains(client)));
            open.remove(client, each);
        });
    }

    /** What a node does not know yet, or null. */
    @Nullable Open open(int client) {
        return open.get(client);
    }

    /** A node goes back to what it kept before a round, or on with what was still open then. */
    void restore(int client, Memory memory, @Nullable Open pending) {
        replace(client, memory);
        open.remove(client);
        if (pending != null) {
            open.put(client, pending);
        }
    }

    /** What a node keeps from now on. */
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
