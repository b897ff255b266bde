package federarium.scenario;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ids of nodes, c01 for the first. */
record SeatReader(Keys keys) {
    private static final Pattern NODE = Pattern.compile("c(\\d{1,9})");

    /** The index of a node in client order. */
    int index(String key, String id) {
        Matcher node = NODE.matcher(id);
        if (!node.matches() || Integer.parseInt(node.group(1)) == 0) {
            throw keys.problem(key, "'" + id + "' does not fit", "ids of nodes, such as c03");
        }
        return Integer.parseInt(node.group(1)) - 1;
    }

    /**
     * Refuses a node that there is not.
     *
     * @param clients the number of nodes
     */
    static void check(String key, Collection<Integer> nodes, int clients) {
        nodes.stream()
                .filter(node -> node >= clients)
                .sorted()
                .findFirst()
                .ifPresent(node -> {
                    throw BadInputException.of(
                            key,
                            "there is no node c%02d; allowed: c01 to c%02d"
                                    .formatted(node + 1, clients));
                });
    }
}
