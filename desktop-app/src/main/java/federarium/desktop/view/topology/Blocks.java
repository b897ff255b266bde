package federarium.desktop.view.topology;

import java.util.List;

/**
 * Cells in blocks, one an edge aggregator, each with a strip above its cells where the edge stands.
 * Of all ways to share the room the one with the largest cells is taken.
 *
 * @param across blocks side by side
 * @param columns of cells in a block
 * @param rows of cells in a block
 * @param side of a cell
 */
record Blocks(int across, int columns, int rows, double side) {
    /** Height of the strip above a block's cells. */
    static final double STRIP = 22;

    /** From a block's edge aggregator to the middle of the gap at its left. */
    static final double BESIDE = 7;

    private static final double GAP = 14;
    private static final double LARGEST = 72;
    private static final Blocks NONE = new Blocks(1, 1, 1, 0);

    static Blocks within(List<List<Integer>> groups, double width, double height) {
        int most = groups.stream().mapToInt(List::size).max().orElse(0);
        Blocks best = NONE;
        for (int across = 1; across <= groups.size(); across++) {
            int down = (groups.size() + across - 1) / across;
            double wide = (width - GAP * (across - 1)) / across;
            double high = (height - GAP * (down - 1)) / down - STRIP;
            for (int columns = 1; columns <= most; columns++) {
                int rows = (most + columns - 1) / columns;
                double side = Math.min(LARGEST, Math.min(wide / columns, high / rows));
                if (side > best.side) {
                    best = new Blocks(across, columns, rows, side);
                }
            }
        }
        return best;
    }

    /** The middles of all nodes' cells, in client order, with that much above them. */
    double[][] places(List<List<Integer>> groups, double width, double height, double top) {
        int down = (groups.size() + across - 1) / across;
        double wide = columns * side + GAP;
        double high = STRIP + rows * side + GAP;
        double left = (width - Math.min(across, groups.size()) * wide + GAP) / 2;
        double first = top + Math.max(0, (height - down * high + GAP) / 2);
        double[][] places = new double[groups.stream().mapToInt(List::size).sum()][];
        for (int block = 0; block < groups.size(); block++) {
            List<Integer> seats = groups.get(block);
            double x = left + block % across * wide;
            double y = first + block / across * high + STRIP;
            for (int i = 0; i < seats.size(); i++) {
                places[seats.get(i)] =
                        new double[] {
                            x + (i % columns + 0.5) * side, y + (i / columns + 0.5) * side
                        };
            }
        }
        return places;
    }
}
