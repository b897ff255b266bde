package federarium.desktop.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rounds per second, measured over the last second. Above {@link #FLOW} rounds a second single
 * packets can no longer be followed, so the window shows flow instead, and figures a few times a
 * second.
 */
public final class Tempo {
    /** Rounds a second from which on steps are shorter than a glance. */
    public static final double FLOW = 3;

    private static final long WINDOW = 1_000_000_000L;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, int round) {}

    /** Takes note of the round that is on at that time; a smaller one than before starts over. */
    public void sample(long nanos, int round) {
        Sample last = samples.peekLast();
        if (last != null && round < last.round) {
            samples.clear();
        }
        samples.addLast(new Sample(nanos, round));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW) {
            samples.removeFirst();
        }
    }

    /** Rounds a second over the last second, or 0 while nothing is known. */
    public double roundsPerSecond() {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || last.nanos <= first.nanos) {
            return 0;
        }
        return (last.round - first.round) * 1e9 / (last.nanos - first.nanos);
    }

    public boolean flowing() {
        return roundsPerSecond() > FLOW;
    }
}
