package federarium.model.vector;

import static federarium.model.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** A tile of 10 rows by 1 vector: enough independent sums to hide the latency of an fma. */
final class TallTile {
    static final int ROWS = 10;
    static final int VECTORS = 1;

    private TallTile() {}

    /** C[m..m+9][column..] += scale · Σ A(m.., k) · B[k][column..], k in [from, to). */
    static void add(float scale, Strided a, Rows b, Rows c, int m, int column, int from, int to) {
        float[] av = a.values();
        float[] bv = b.values();
        int[] bOffsets = b.offsets();
        int row = a.row();
        int step = a.step();
        int start = a.offset() + m * row;
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = FloatVector.zero(SPECIES);
        FloatVector c2 = FloatVector.zero(SPECIES);
        FloatVector c3 = FloatVector.zero(SPECIES);
        FloatVector c4 = FloatVector.zero(SPECIES);
        FloatVector c5 = FloatVector.zero(SPECIES);
        FloatVector c6 = FloatVector.zero(SPECIES);
        FloatVector c7 = FloatVector.zero(SPECIES);
        FloatVector c8 = FloatVector.zero(SPECIES);
        FloatVector c9 = FloatVector.zero(SPECIES);
        for (int k = from; k < to; k++) {
            int p = bOffsets[k] + column;
            FloatVector y = FloatVector.fromArray(SPECIES, bv, p);
            int q = start + k * step;
            c0 = y.fma(FloatVector.broadcast(SPECIES, av[q]), c0);
            c1 = y.fma(FloatVector.broadcast(SPECIES, av[q + row]), c1);
            c2 = y.fma(FloatVector.broadcast(SPECIES, av[q + 2 * row]), c2);
            c3 = y.fma(FloatVector.broadcast(SPECIES, av[q + 3 * row]), c3);
            c4 = y.fma(FloatVector.broadcast(SPECIES, av[q + 4 * row]), c4);
            c5 = y.fma(FloatVector.broadcast(SPECIES, av[q + 5 * row]), c5);
            c6 = y.fma(FloatVector.broadcast(SPECIES, av[q + 6 * row]), c6);
            c7 = y.fma(FloatVector.broadcast(SPECIES, av[q + 7 * row]), c7);
            c8 = y.fma(FloatVector.broadcast(SPECIES, av[q + 8 * row]), c8);
            c9 = y.fma(FloatVector.broadcast(SPECIES, av[q + 9 * row]), c9);
        }
        FloatVector s = FloatVector.broadcast(SPECIES, scale);
        float[] cv = c.values();
        int[] cOffsets = c.offsets();
        int t = cOffsets[m] + column;
        c0.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 1] + column;
        c1.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 2] + column;
        c2.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 3] + column;
        c3.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 4] + column;
        c4.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 5] + column;
        c5.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 6] + column;
        c6.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 7] + column;
        c7.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 8] + column;
        c8.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        t = cOffsets[m + 9] + column;
        c9.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
    }
}
