package federarium.model.vector;

import static federarium.model.vector.Lanes.COUNT;
import static federarium.model.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A tile of 5 rows by 4 vectors, for machines with 32 vector registers.
 *
 * <p>20 sums, 4 vectors of B and one number of A fill the registers without spilling. They are
 * local variables because the compiler keeps those, but no array, in registers.
 */
final class WideTile {
    static final int ROWS = 5;
    static final int VECTORS = 4;

    private WideTile() {}

    /** C[m..m+4][column..] += scale · Σ A(m.., k) · B[k][column..], k in [from, to). */
    static void add(float scale, Strided a, Rows b, Rows c, int m, int column, int from, int to) {
        float[] av = a.values();
        float[] bv = b.values();
        int[] bOffsets = b.offsets();
        int row = a.row();
        int step = a.step();
        int start = a.offset() + m * row;
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = FloatVector.zero(SPECIES);
        FloatVector c02 = FloatVector.zero(SPECIES);
        FloatVector c03 = FloatVector.zero(SPECIES);
        FloatVector c10 = FloatVector.zero(SPECIES);
        FloatVector c11 = FloatVector.zero(SPECIES);
        FloatVector c12 = FloatVector.zero(SPECIES);
        FloatVector c13 = FloatVector.zero(SPECIES);
        FloatVector c20 = FloatVector.zero(SPECIES);
        FloatVector c21 = FloatVector.zero(SPECIES);
        FloatVector c22 = FloatVector.zero(SPECIES);
        FloatVector c23 = FloatVector.zero(SPECIES);
        FloatVector c30 = FloatVector.zero(SPECIES);
        FloatVector c31 = FloatVector.zero(SPECIES);
        FloatVector c32 = FloatVector.zero(SPECIES);
        FloatVector c33 = FloatVector.zero(SPECIES);
        FloatVector c40 = FloatVector.zero(SPECIES);
        FloatVector c41 = FloatVector.zero(SPECIES);
        FloatVector c42 = FloatVector.zero(SPECIES);
        FloatVector c43 = FloatVector.zero(SPECIES);
        for (int k = from; k < to; k++) {
            int p = bOffsets[k] + column;
            FloatVector b0 = FloatVector.fromArray(SPECIES, bv, p);
            FloatVector b1 = FloatVector.fromArray(SPECIES, bv, p + COUNT);
            FloatVector b2 = FloatVector.fromArray(SPECIES, bv, p + 2 * COUNT);
            FloatVector b3 = FloatVector.fromArray(SPECIES, bv, p + 3 * COUNT);
            int q = start + k * step;
            FloatVector x = FloatVector.broadcast(SPECIES, av[q]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = FloatVector.broadcast(SPECIES, av[q + row]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = FloatVector.broadcast(SPECIES, av[q + 2 * row]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = FloatVector.broadcast(SPECIES, av[q + 3 * row]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
            x = FloatVector.broadcast(SPECIES, av[q + 4 * row]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            c43 = x.fma(b3, c43);
        }
        FloatVector s = FloatVector.broadcast(SPECIES, scale);
        float[] cv = c.values();
        int[] cOffsets = c.offsets();
        int t = cOffsets[m] + column;
        c00.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        c01.fma(s, FloatVector.fromArray(SPECIES, cv, t + COUNT)).intoArray(cv, t + COUNT);
        c02.fma(s, FloatVector.fromArray(SPECIES, cv, t + 2 * COUNT)).intoArray(cv, t + 2 * COUNT);
        c03.fma(s, FloatVector.fromArray(SPECIES, cv, t + 3 * COUNT)).intoArray(cv, t + 3 * COUNT);
        t = cOffsets[m + 1] + column;
        c10.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        c11.fma(s, FloatVector.fromArray(SPECIES, cv, t + COUNT)).intoArray(cv, t + COUNT);
        c12.fma(s, FloatVector.fromArray(SPECIES, cv, t + 2 * COUNT)).intoArray(cv, t + 2 * COUNT);
        c13.fma(s, FloatVector.fromArray(SPECIES, cv, t + 3 * COUNT)).intoArray(cv, t + 3 * COUNT);
        t = cOffsets[m + 2] + column;
        c20.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        c21.fma(s, FloatVector.fromArray(SPECIES, cv, t + COUNT)).intoArray(cv, t + COUNT);
        c22.fma(s, FloatVector.fromArray(SPECIES, cv, t + 2 * COUNT)).intoArray(cv, t + 2 * COUNT);
        c23.fma(s, FloatVector.fromArray(SPECIES, cv, t + 3 * COUNT)).intoArray(cv, t + 3 * COUNT);
        t = cOffsets[m + 3] + column;
        c30.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        c31.fma(s, FloatVector.fromArray(SPECIES, cv, t + COUNT)).intoArray(cv, t + COUNT);
        c32.fma(s, FloatVector.fromArray(SPECIES, cv, t + 2 * COUNT)).intoArray(cv, t + 2 * COUNT);
        c33.fma(s, FloatVector.fromArray(SPECIES, cv, t + 3 * COUNT)).intoArray(cv, t + 3 * COUNT);
        t = cOffsets[m + 4] + column;
        c40.fma(s, FloatVector.fromArray(SPECIES, cv, t)).intoArray(cv, t);
        c41.fma(s, FloatVector.fromArray(SPECIES, cv, t + COUNT)).intoArray(cv, t + COUNT);
        c42.fma(s, FloatVector.fromArray(SPECIES, cv, t + 2 * COUNT)).intoArray(cv, t + 2 * COUNT);
        c43.fma(s, FloatVector.fromArray(SPECIES, cv, t + 3 * COUNT)).intoArray(cv, t + 3 * COUNT);
    }
}
