package federarium.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distinct words of a column in order: numerically where all are numbers, else alphabetically.
 * Words for the same number, such as 1 and 1.0, are one; it goes by the shorter.
 *
 * @param places where in names each word stands
 */
record Vocabulary(List<String> names, Map<String, Integer> places) {

    static Vocabulary of(Set<String> words) {
        boolean numeric = words.stream().noneMatch(word -> Double.isNaN(Numbers.parse(word)));
        Comparator<String> order =
                numeric ? Comparator.comparingDouble(Numbers::parse) : Comparator.naturalOrder();
        List<String> names = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        words.stream()
                .sorted(
                        order.thenComparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(word -> {
                    if (names.isEmpty() || order.compare(names.getLast(), word) != 0) {
                        names.add(word);
                    }
                    places.put(word, names.size() - 1);
                });
        return new Vocabulary(List.copyOf(names), Map.copyOf(places));
    }
}
