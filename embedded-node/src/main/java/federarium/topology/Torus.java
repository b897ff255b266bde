package federarium.topology;

/**
 * A grid whose last row is beside its first and whose last column is beside its first: each node
 * has a neighbour above, below, left and right. With two rows, above and below are the same.
 *
 * <p>Of all grids of n nodes the one nearest a square is taken: rows · columns = n with the most
 * rows ≤ columns. A prime number of nodes makes a single row, which is a ring by another name, so
 * it is refused.
 *
 * @param rows at least 2
 * @param columns at least as many
 */
public record Torus(int rows, int columns) {
    private static final int FEWEST = 4;

    /**
     * The torus of so many nodes.
     *
     * @throws ImpossibleGraphException if they make no grid
     */
    public static Torus of(int nodes) {
        int rows = rows(nodes);
        if (rows < 2) {
            throw new ImpossibleGraphException(
                    "%d %s no grid of two rows or more"
                            .formatted(nodes, nodes == 1 ? "node makes" : "nodes make"),
                    remedy(nodes));
        }
        return new Torus(rows, nodes / rows);
    }

    /** Node r · columns + c stands in row r and column c. */
    public Graph graph() {
        EdgeSet edges = new EdgeSet(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int node = row * columns + column;
                edges.join(node, row * columns + (column + 1) % columns);
                edges.join(node, (row + 1) % rows * columns + column);
            }
        }
        return Graph.of(edges);
    }

    private static int rows(int nodes) {
        int rows = (int) Math.sqrt(nodes);
        while (rows > 1 && nodes % rows != 0) {
            rows--;
        }
        return rows;
    }

    private static String remedy(int nodes) {
        if (nodes < FEWEST) {
            return FEWEST + " nodes (2 × 2), or a ring";
        }
        // The neighbours of an odd prime are even.
        Torus fewer = of(nodes - 1);
        Torus more = of(nodes + 1);
        return "%d nodes (%d × %d), %d (%d × %d), or a ring"
                .formatted(
                        nodes - 1, fewer.rows, fewer.columns, nodes + 1, more.rows, more.columns);
    }
}
