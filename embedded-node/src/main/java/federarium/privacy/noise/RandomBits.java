package federarium.privacy.noise;

import federarium.random.RandomStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** Uniform random bits, each used once; of one thread at a time. */
public final class RandomBits {
    private static final int CHUNK = 1 << 13;

    private final LongSupplier source;
    private long word;
    private int left;

    private RandomBits(LongSupplier source) {
        this.source = source;
    }

    /** Of the operating system's generator, unpredictable: for what is called private. */
    public static RandomBits secure() {
        SecureRandom random = new SecureRandom();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
        return new RandomBits(() -> {
            if (!chunk.hasRemaining()) {
                random.nextBytes(chunk.array());
                chunk.clear();
            }
            return chunk.getLong();
        });
    }

    /**
     * Of a named stream, the same in every run with the same seed. Whoever knows the seed can take
     * the noise away again: for simulated nodes only.
     */
    public static RandomBits seeded(RandomStream stream) {
        return new RandomBits(stream::nextLong);
    }

    /** 64 uniform bits. */
    long nextLong() {
        return next(32) << 32 | next(32);
    }

    /** The given words, highest bits first. */
    static RandomBits of(LongSupplier words) {
        return new RandomBits(words);
    }

    /**
     * A uniform whole number of so many bits.
     *
     * @param bits 0 … 32
     */
    long next(int bits) {
        if (bits <= left) {
            long drawn = bits == 0 ? 0 : word >>> (64 - bits);
            word <<= bits;
            left -= bits;
            return drawn;
        }
        int missing = bits - left;
        long drawn = left == 0 ? 0 : word >>> (64 - left);
        word = source.getAsLong();
        left = 64;
        return drawn << missing | next(missing);
    }
}
