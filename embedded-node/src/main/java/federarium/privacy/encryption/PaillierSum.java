package federarium.privacy.encryption;

import org.jspecify.annotations.Nullable;

/** A sum of Paillier ciphertexts, at the coordinator: their product mod n². */
public final class PaillierSum implements BlindSum {
    private final PaillierPublicKey key;
    private @Nullable PaillierCiphertext sum;

    public PaillierSum(PaillierPublicKey key) {
        this.key = key;
    }

    @Override
    public void add(byte[] ciphertext) {
        PaillierCiphertext next =
                PaillierCiphertext.fromBytes(ciphertext, key).requireBelow(key.square());
        sum = sum == null ? next : sum.plus(next, key);
    }

    @Override
    public byte[] toBytes() {
        if (sum == null) {
            throw new IllegalStateException("no ciphertext was added");
        }
        return sum.toBytes(key);
    }
}
