package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The squared Euclidean distances ‖Δ_i − Δ_j‖² between all updates.
 *
 * <p>Parameters are taken {@value #DEPTH} at a time, their differences' squares summed in float32
 * in index order, and these sums added up in double precision. A lane of a vector holds the sum of
 * one pair, so the bits are the same however many lanes there are.
 */
final class SquaredDistances {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Updates are padded to a multiple of this, which is one of every tile's sides. */
    private static final int PADDING = 16;

    private static final int DEPTH = 128;

    /** Parameters whose sums make one addend of the total. */
    private static final int PART = 64 * DEPTH;

    private static final int TILE = 8;

    private final List<Weights> updates;
    private final int side;

    /** The block's values, [parameter][update], and the sums of its squares, [update][update]. */
    private final float[] values;

    private final float[] partial;
    private final double[] sums;

    private SquaredDistances(List<Weights> updates) {
        this.updates = updates;
        this.side = Math.ceilDiv(updates.size(), PADDING) * PADDING;
        this.values = new float[DEPTH * side];
        this.partial = new float[TILE * LANES];
        this.sums = new double[side * side];
    }

    /** The distances, symmetric, 0 between an update and itself. */
    static double[][] between(List<Weights> updates) {
        int size = updates.getFirst().size();
        SquaredDistances[] parts = new SquaredDistances[Blocks.count(size, PART)];
        Blocks.each(
                (long) updates.size() * updates.size() / 2,
                size,
                PART,
                (from, to) -> {
                    SquaredDistances part = new SquaredDistances(updates);
                    for (int at = from; at < to; at += DEPTH) {
                        part.add(at, Math.min(to, at + DEPTH));
                    }
                    parts[from / PART] = part;
                });
        int n = updates.size();
        double[][] distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double sum = 0;
                for (SquaredDistances part : parts) {
                    sum += part.sums[i * part.side + j];
                }
                distances[i][j] = sum;
                distances[j][i] = sum;
            }
        }
        return distances;
    }

    private void add(int from, int to) {
        transpose(from, to);
        int n = updates.size();
        for (int i = 0; i < n; i += TILE) {
            for (int j = i / LANES * LANES; j < n; j += LANES) {
                tile(i, j, to - from);
                keep(i, j);
            }
        }
    }

    private void transpose(int from, int to) {
        float[] row = new float[DEPTH];
        for (int k = 0; k < updates.size(); k++) {
            updates.get(k).copyTo(from, row, 0, to - from);
            for (int i = 0; i < to - from; i++) {
                values[i * side + k] = row[i];
            }
        }
    }

    /** partial[a][lane] = Σ (x_{i+a} − x_{j+lane})² over the block's parameters. */
    private void tile(int i, int j, int depth) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        int at = 0;
        for (int d = 0; d < depth; d++) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, at + j);
            FloatVector difference = x.sub(values[at + i]);
            s0 = difference.fma(difference, s0);
            difference = x.sub(values[at + i + 1]);
            s1 = difference.fma(difference, s1);
            difference = x.sub(values[at + i + 2]);
            s2 = difference.fma(difference, s2);
            difference = x.sub(values[at + i + 3]);
            s3 = difference.fma(difference, s3);
            difference = x.sub(values[at + i + 4]);
            s4 = difference.fma(difference, s4);
            difference = x.sub(values[at + i + 5]);
            s5 = difference.fma(difference, s5);
            difference = x.sub(values[at + i + 6]);
            s6 = difference.fma(difference, s6);
            difference = x.sub(values[at + i + 7]);
            s7 = difference.fma(difference, s7);
            at += side;
        }
        s0.intoArray(partial, 0);
        s1.intoArray(partial, LANES);
        s2.intoArray(partial, 2 * LANES);
        s3.intoArray(partial, 3 * LANES);
        s4.intoArray(partial, 4 * LANES);
        s5.intoArray(partial, 5 * LANES);
        s6.intoArray(partial, 6 * LANES);
        s7.intoArray(partial, 7 * LANES);
    }

    private void keep(int i, int j) {
        for (int a = 0; a < TILE; a++) {
            for (int lane = 0; lane < LANES; lane++) {
                sums[(i + a) * side + j + lane] += partial[a * LANES + lane];
            }
        }
    }
}
