package federarium.privacy.secagg;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Bytes that look drawn and are the same every time. */
final class SeededSource extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient SplittableRandom random;

    SeededSource(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
