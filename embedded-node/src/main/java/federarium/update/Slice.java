package federarium.update;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a whole model that a smaller one has: ranges of positions in the whole one,
 * ascending, which the smaller one's parameters fill in order.
 */
public record Slice(List<Range> ranges) {

    /** Positions {@code from … to − 1}. */
    public record Range(int from, int to) {
        public int length() {
            return to - from;
        }
    }

    /** Ranges that touch become one. */
    public Slice {
        List<Range> merged = new ArrayList<>();
        for (Range next : ranges) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.from() < last.to()) {
                throw new IllegalArgumentException(next + " does not come after " + last);
            }
            if (last != null && next.from() == last.to()) {
                merged.set(merged.size() - 1, new Range(last.from(), next.to()));
            } else {
                merged.add(next);
            }
        }
        ranges = List.copyOf(merged);
    }

    /** All parameters. */
    public static Slice whole(int parameters) {
        return new Slice(List.of(new Range(0, parameters)));
    }

    /** How many parameters the smaller model has. */
    public int size() {
        int size = 0;
        for (Range range : ranges) {
            size += range.length();
        }
        return size;
    }

    /** The smaller model's parameters, of a whole one's; without a copy where these are all. */
    public Weights of(Weights whole) {
        int size = size();
        if (size == whole.size()) {
            return whole;
        }
        float[] part = new float[size];
        int at = 0;
        for (Range range : ranges) {
            whole.copyTo(range.from(), part, at, range.length());
            at += range.length();
        }
        return Weights.owning(part);
    }
}
