package federarium.scenario;

import java.util.List;

/**
 * A value as it was written: a scalar's text or a list of them. Its {@link Kind} says what it
 * means.
 *
 * @param items the scalar alone, or the list's elements
 * @param isList whether it was written as a list
 */
public record Value(List<String> items, boolean isList) {

    public static Value scalar(String text) {
        return new Value(List.of(text), false);
    }

    public static Value list(List<String> items) {
        return new Value(List.copyOf(items), true);
    }

    /** The scalar's text. */
    public String text() {
        return items.getFirst();
    }

    @Override
    public String toString() {
        return isList ? "[" + String.join(", ", items) + "]" : text();
    }
}
