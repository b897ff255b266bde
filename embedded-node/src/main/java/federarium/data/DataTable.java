package federarium.data;

import java.util.Arrays;
import java.util.List;

/**
 * Who holds how much of what: a row for each node, a column for each class.
 *
 * @param nodes in client order
 * @param labelSkew the mean over all nodes of the total variation distance ½ Σ_y |p_k(y) − p(y)|
 *     between a node's label shares p_k and those of all training rows p: 0 where all are alike,
 *     and 1 − 1/N where each of N nodes of one size has labels of its own
 * @param sizeImbalance training rows of the largest node over the mean: 1 where all have as many,
 *     near N where one of N nodes has nearly all
 */
public record DataTable(
        List<String> classNames, List<Row> nodes, double labelSkew, double sizeImbalance) {

    /**
     * One node.
     *
     * @param labels training rows of each class; they add up to train
     */
    public record Row(String id, String name, int train, int test, List<Integer> labels) {

        /** The total variation distance of its label shares to these. */
        private double distanceTo(double... shares) {
            double sum = 0;
            for (int label = 0; label < shares.length; label++) {
                sum += Math.abs((double) labels.get(label) / train - shares[label]);
            }
            return sum / 2;
        }
    }

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
        return of(data.dataset().classNames(), rows);
    }

    static DataTable of(List<String> classNames, List<Row> nodes) {
        double total = nodes.stream().mapToInt(Row::train).sum();
        double[] shares = new double[classNames.size()];
        Arrays.setAll(
                shares,
                label -> nodes.stream().mapToInt(node -> node.labels().get(label)).sum() / total);
        double distances = nodes.stream().mapToDouble(node -> node.distanceTo(shares)).sum();
        int largest = nodes.stream().mapToInt(Row::train).max().orElseThrow();
        return new DataTable(
                classNames, nodes, distances / nodes.size(), largest * nodes.size() / total);
    }
}
