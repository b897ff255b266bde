package federarium.scenario;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What hostile nodes do. The coordinator is never told.
 *
 * @param deed what they do
 * @param seats who they are
 * @param strength multiplies what they send
 * @param from the first round in which they do it; until then they are honest
 */
public record Attack(Deed deed, Seats seats, double strength, int from) {
    public static final Attack NONE = new Attack(new Deed.None(), new Seats.Last(0), 1, 1);

    /** What a hostile node does with its rows, or with the update that it learned from them. */
    public sealed interface Deed {
        record None() implements Deed {}

        /**
         * Trains on false labels: rows of class {@code of} bear {@code as}, or where both are null
         * each class c bears the one as far from the other end.
         */
        record LabelFlip(@Nullable Integer of, @Nullable Integer as) implements Deed {}

        /** Sends −Δ. */
        record SignFlip() implements Deed {}

        /** Sends Gaussian noise as long as its own update. */
        record Gaussian() implements Deed {}

        /** Sends what makes the average become its own model, which has a backdoor. */
        record Replacement(int target) implements Deed {}

        /** Trains half of its rows a second time with a trigger on them and as the target class. */
        record Backdoor(int target) implements Deed {}

        /**
         * "A little is enough": sends μ − zσ of the hostile nodes' honest updates.
         *
         * @param z null for the largest that a majority still hides
         */
        record Alie(@Nullable Double z) implements Deed {}

        /** Inner product manipulation: sends −ε times the mean of the hostile nodes' updates. */
        record Ipm() implements Deed {}

        /**
         * Does not train, and sends nothing but zeros.
         *
         * @param disguised sends noise instead, as long as the global model's last move
         */
        record FreeRider(boolean disguised) implements Deed {}
    }

    /** Who is hostile. */
    public sealed interface Seats {
        /** So many, on the last seats. */
        record Last(int count) implements Seats {}

        /** These, by index in client order. */
        record These(Set<Integer> clients) implements Seats {}
    }

    public boolean isNone() {
        return deed instanceof Deed.None;
    }

    /** The hostile ones of so many nodes. */
    public Set<Integer> clients(int nodes) {
        if (isNone()) {
            return Set.of();
        }
        return switch (seats) {
            case Seats.Last(int count) ->
                    IntStream.range(Math.max(0, nodes - count), nodes)
                            .boxed()
                            .collect(Collectors.toUnmodifiableSet());
            case Seats.These(Set<Integer> clients) -> clients;
        };
    }

    /** The class that a trigger asks for, or null where there is no trigger. */
    public @Nullable Integer target() {
        return switch (deed) {
            case Deed.Backdoor(int target) -> Integer.valueOf(target);
            case Deed.Replacement(int target) -> Integer.valueOf(target);
            default -> null;
        };
    }

    /** Whether the hostile nodes must know each other's rows. */
    public boolean colludes() {
        return deed instanceof Deed.Alie || deed instanceof Deed.Ipm;
    }
}
