package federarium.update.compression;

import federarium.random.RandomStream;
import federarium.update.Weights;

/**
 * Every value rounded at random to one of the two nearest points of an even grid, such that the
 * mean is the value itself.
 *
 * <p>The grid has 2^b − 1 points from −M to M, M = max|xᵢ|, 0 among them; with one bit it is the
 * two points −M and M. A value between neighbouring points l and u becomes u with probability (x −
 * l)/(u − l). QSGD with the largest value as scale (Alistarh, Grubic, Li, Tomioka, Vojnovic,
 * NeurIPS 2017); with 2 bits TernGrad (Wen et al., NeurIPS 2017).
 *
 * <p>Travels as M (float32) and b bits a value, packed: 4 + ⌈n·b/8⌉ bytes.
 *
 * <p>On a coarse grid the rounding is longer than the vector, and fed back it would grow from round
 * to round. So under {@link ErrorFeedback} the rounded vector is scaled by the least squares: for
 * grid points gᵢ, M becomes max(0, Σxᵢgᵢ ÷ Σgᵢ²)·M. That is no longer unbiased, and need not be
 * (Beznosikov, Horváth, Richtárik, Safaryan, "On biased compression for distributed learning",
 * 2020).
 */
public final class Quantize implements Compression {
    private final int bits;
    private final boolean leastSquares;

    private Quantize(int bits, boolean leastSquares) {
        this.bits = bits;
        this.leastSquares = leastSquares;
    }

    /**
     * Unbiased quantization.
     *
     * @param bits b, from 1 to 16
     */
    public static Quantize to(int bits) {
        if (bits < 1 || bits > 16) {
            throw new IllegalArgumentException(bits + " bits a value; allowed: 1 to 16");
        }
        return new Quantize(bits, false);
    }

    @Override
    public Compression forFeedback() {
        return new Quantize(bits, true);
    }

    @Override
    public byte[] encode(Weights vector, RandomStream random) {
        float[] values = Finite.valuesOf(vector);
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            double unit = largest == 0 ? 0 : values[i] / largest;
            codes[i] = round((unit + 1) / 2 * last(), random);
        }
        double scale = leastSquares ? leastSquaresScale(values, codes) : largest;
        BitWriter out = new BitWriter(bytes(values.length));
        out.write((float) scale);
        for (int code : codes) {
            out.write(code, bits);
        }
        return out.bytes();
    }

    private static int round(double place, RandomStream random) {
        int below = (int) place;
        return random.nextDouble() < place - below ? below + 1 : below;
    }

    private double leastSquaresScale(float[] values, int... codes) {
        double along = 0;
        double squares = 0;
        for (int i = 0; i < codes.length; i++) {
            double unit = unit(codes[i]);
            along += values[i] * unit;
            squares += unit * unit;
        }
        return squares == 0 ? 0 : Math.max(0, along / squares);
    }

    @Override
    public Weights decode(byte[] payload, int size) {
        BitReader in = new BitReader(payload, bytes(size));
        float scale = in.readFloat();
        if (scale == 0) {
            return Weights.zeros(size);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * unit(in.read(bits)));
        }
        return Weights.owning(values);
    }

    /** The grid's point in units of M: code 0 is −1, the last code is 1. */
    private double unit(int code) {
        return (2.0 * code - last()) / last();
    }

    private int last() {
        return bits == 1 ? 1 : (1 << bits) - 2;
    }

    @Override
    public int bytes(int size) {
        return Float.BYTES + BitWriter.bytesFor((long) size * bits);
    }
}
