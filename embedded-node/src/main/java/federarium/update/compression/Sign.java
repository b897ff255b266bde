package federarium.update.compression;

import federarium.random.RandomStream;
import federarium.update.Weights;

/**
 * The sign of every value, times the mean magnitude: C(x)ᵢ = ±‖x‖₁/n, where 0 counts as positive.
 *
 * <p>Scaled sign compression of EF-SGD (Karimireddy et al., ICML 2019, after Seide et al., "1-bit
 * stochastic gradient descent", 2014). Biased: it needs {@link ErrorFeedback} to converge. Leaves
 * nothing to chance.
 *
 * <p>Travels as the mean magnitude (float32) and a bit a value, 1 for negative: 4 + ⌈n/8⌉ bytes.
 */
public final class Sign implements Compression {

    @Override
    public byte[] encode(Weights vector, RandomStream random) {
        float[] values = Finite.valuesOf(vector);
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        BitWriter out = new BitWriter(bytes(values.length));
        out.write((float) (sum / Math.max(1, values.length)));
        for (float value : values) {
            out.write(value < 0 ? 1 : 0, 1);
        }
        return out.bytes();
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
            values[i] = in.read(1) == 1 ? -scale : scale;
        }
        return Weights.owning(values);
    }

    @Override
    public int bytes(int size) {
        return Float.BYTES + BitWriter.bytesFor(size);
    }
}
