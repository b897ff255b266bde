package federarium.update.compression;

import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.stream.IntStream;

/**
 * The k = max(1, ⌈fraction·n⌉) values that are largest in magnitude; of equal ones those with the
 * lower index; 0 for the others.
 *
 * <p>Stich, Cordonnier, Jaggi, "Sparsified SGD with memory", NeurIPS 2018. Biased: it needs {@link
 * ErrorFeedback} to converge. Leaves nothing to chance.
 *
 * <p>Travels as k float32 values in the order of their indices, then where they belong: k indices
 * of ⌈log₂ n⌉ bits, or a bit for each of the n places, whichever is fewer bits. 4k + ⌈min(k·⌈log₂
 * n⌉, n)/8⌉ bytes.
 *
 * @param fraction above 0 and at most 1
 */
public record TopK(double fraction) implements Compression {

    public TopK {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(
                    fraction + " of the values; allowed: above 0 and at most 1");
        }
    }

    @Override
    public byte[] encode(Weights vector, RandomStream random) {
        float[] values = Finite.valuesOf(vector);
        int[] kept = LargestMagnitudes.of(values, count(values.length));
        BitWriter out = new BitWriter(bytes(values.length));
        for (int index : kept) {
            out.write(values[index]);
        }
        if (asMap(values.length)) {
            int next = 0;
            for (int i = 0; i < values.length; i++) {
                boolean here = next < kept.length && kept[next] == i;
                out.write(here ? 1 : 0, 1);
                next += here ? 1 : 0;
            }
        } else {
            for (int index : kept) {
                out.write(index, indexBits(values.length));
            }
        }
        return out.bytes();
    }

    @Override
    public Weights decode(byte[] payload, int size) {
        BitReader in = new BitReader(payload, bytes(size));
        float[] kept = new float[count(size)];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = in.readFloat();
        }
        int[] places = asMap(size) ? mapped(in, size) : listed(in, size);
        if (places.length != kept.length) {
            throw new IllegalArgumentException(
                    "%d values for %d places".formatted(kept.length, places.length));
        }
        float[] values = new float[size];
        for (int k = 0; k < kept.length; k++) {
            if (places[k] >= size) {
                throw new IllegalArgumentException(
                        "a value for place %d of %d".formatted(places[k], size));
            }
            values[places[k]] = kept[k];
        }
        return Weights.owning(values);
    }

    private static int[] mapped(BitReader in, int size) {
        return IntStream.range(0, size).filter(_ -> in.read(1) == 1).toArray();
    }

    private int[] listed(BitReader in, int size) {
        return IntStream.range(0, count(size)).map(_ -> in.read(indexBits(size))).toArray();
    }

    /** k. */
    private int count(int size) {
        // .07 · 100 is 7.000000000000001 in doubles, and must not become 8 values.
        int count = (int) Math.max(1, StrictMath.ceil(size * fraction - 1e-9));
        return Math.min(size, count);
    }

    private boolean asMap(int size) {
        return size <= (long) count(size) * indexBits(size);
    }

    private static int indexBits(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1));
    }

    @Override
    public int bytes(int size) {
        long placeBits = Math.min(size, (long) count(size) * indexBits(size));
        return Math.addExact(
                Math.multiplyExact(count(size), Float.BYTES), BitWriter.bytesFor(placeBits));
    }
}
