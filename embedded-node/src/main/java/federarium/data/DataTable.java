package federarium.data;

import java.util.List;

/**
 * Who holds how much of what: a row for each node, a column for each class.
 *
 * @param nodes in client order
 */
public record DataTable(List<String> classNames, List<Row> nodes) {

    /**
     * One node.
     *
     * @param labels training rows of each class; they add up to train
     */
    public record Row(String id, String name, int train, int test, List<Integer> labels) {}

    public static DataTable of(FederatedData data) {
        List<Row> rows =
                data.nodes().stream()
                        .map(node ->
                                new Row(
                                        node.id(),
                                        node.name(),
                                        node.train().length,
                                        node.test().length,
                                        node.labelCounts(data.dataset())))
                        .toList();
        return new DataTable(data.dataset().classNames(), rows);
    }
}
