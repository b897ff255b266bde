package federarium.model.vector;

import static federarium.model.vector.Lanes.COUNT;

/**
 * C += scale · A · B, the one matrix product behind forward pass, backward pass and update.
 *
 * <p>Output (m, n) becomes, for each block of {@value #DEPTH} values of k in turn, C(m, n) + scale
 * · (0 + A(m, 0) · B(0, n) + A(m, 1) · B(1, n) + …), every term and the end fused. That order is
 * the same in every tile, so how the outputs are tiled changes no bits.
 */
final class Product {
    /** So many rows of B, four 64-byte vectors wide, stay in a first-level cache of 32 KiB. */
    private static final int DEPTH = 128;

    /** Machines with vectors of 8 floats may have only 16 registers; those with 4 or 16 have 32. */
    private static final boolean WIDE = COUNT != 8;

    private Product() {}

    /**
     * C[rows][width] += scale · A[rows][inner] · B[inner][width].
     *
     * @param width a multiple of {@link Lanes#PADDING}; C has {@link Matrix#SPARE} rows more
     */
    static void add(float scale, Strided a, Rows b, Rows c, int rows, int inner, int width) {
        for (int from = 0; from < inner; from += DEPTH) {
            int to = Math.min(inner, from + DEPTH);
            block(scale, a, b, c, rows, width, from, to);
        }
    }

    private static void block(
            float scale, Strided a, Rows b, Rows c, int rows, int width, int from, int to) {
        int column = 0;
        while (column < width) {
            int vectors = (width - column) / COUNT;
            if (WIDE && vectors >= WideTile.VECTORS) {
                for (int m = 0; m < rows; m += WideTile.ROWS) {
                    WideTile.add(scale, a, b, c, m, column, from, to);
                }
                column += WideTile.VECTORS * COUNT;
            } else if (vectors >= NarrowTile.VECTORS) {
                for (int m = 0; m < rows; m += NarrowTile.ROWS) {
                    NarrowTile.add(scale, a, b, c, m, column, from, to);
                }
                column += NarrowTile.VECTORS * COUNT;
            } else {
                strip(scale, a, b, c, rows, column, from, to);
                column += COUNT;
            }
        }
    }

    private static void strip(
            float scale, Strided a, Rows b, Rows c, int rows, int column, int from, int to) {
        int m = 0;
        for (; m + ShortTile.ROWS < rows; m += TallTile.ROWS) {
            TallTile.add(scale, a, b, c, m, column, from, to);
        }
        if (m < rows) {
            ShortTile.add(scale, a, b, c, m, column, from, to);
        }
    }
}
