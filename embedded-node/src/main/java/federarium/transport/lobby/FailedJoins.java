package federarium.transport.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts to join that failed, by address: five a minute, and the address waits. Attempts
 * that succeed cost nothing, so that a class behind one router is not kept out.
 */
final class FailedJoins {
    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Whoever has more addresses than this is not held up by counting them. */
    private static final int MOST_ADDRESSES = 4096;

    private final Map<String, Deque<Instant>> byAddress =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    /** Whether an address may try. */
    boolean mayTry(String address, Instant now) {
        Deque<Instant> failures = byAddress.get(address);
        if (failures == null) {
            return true;
        }
        while (!failures.isEmpty() && !failures.getFirst().plus(WINDOW).isAfter(now)) {
            failures.removeFirst();
        }
        if (failures.isEmpty()) {
            byAddress.remove(address);
        }
        return failures.size() < ALLOWED;
    }

    void failed(String address, Instant now) {
        Deque<Instant> failures = byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>());
        if (failures.size() < ALLOWED) {
            failures.addLast(now);
        }
    }
}
