package federarium.desktop.view.inspector;

import federarium.desktop.text.Figures;
import federarium.event.WebEvent.PeersLinked;
import federarium.projection.Nodes;
import java.util.List;
import java.util.stream.IntStream;

/** Those whom a node is linked with where there is no coordinator, in words. */
final class Neighbours {
    private static final int NAMED = 4;

    private Neighbours() {}

    /** Their names, or how many where these are too many to read. */
    static String of(PeersLinked peers, Nodes nodes, String node) {
        int seat = nodes.seats().getOrDefault(node, -1);
        List<List<Integer>> links = peers.neighbours();
        List<String> names =
                IntStream.range(0, nodes.size())
                        .filter(other ->
                                links.get(seat).contains(other) || links.get(other).contains(seat))
                        .mapToObj(other -> nodes.list().get(other).seat().name())
                        .toList();
        if (names.isEmpty() || names.size() > NAMED) {
            return Figures.many(names.size(), "neighbour");
        }
        int last = names.size() - 1;
        return last == 0
                ? names.getFirst()
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
