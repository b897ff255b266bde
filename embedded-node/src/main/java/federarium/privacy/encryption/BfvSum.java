package federarium.privacy.encryption;

import org.jspecify.annotations.Nullable;

/** A sum of BFV ciphertexts, at the coordinator; it needs no key, not even a public one. */
public final class BfvSum implements BlindSum {
    private @Nullable BfvCiphertext sum;

    @Override
    public void add(byte[] ciphertext) {
        BfvCiphertext next = BfvCiphertext.fromBytes(ciphertext);
        sum = sum == null ? next : sum.plus(next);
    }

    @Override
    public byte[] toBytes() {
        if (sum == null) {
            throw new IllegalStateException("no ciphertext was added");
        }
        return sum.toBytes();
    }
}
