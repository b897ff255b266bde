package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** BFV beside the same formulas in plain polynomial arithmetic. */
class BfvKnownAnswerTest {
    private static final BigInteger T = BigInteger.TWO.pow(32);

    private final byte[] keySeed = seed(1);
    private final byte[] uniformSeed = seed(2);
    private final BfvSharedKey key = BfvSharedKey.fromBytes(keySeed);
    private final BigInteger[] secret = Schoolbook.big(new KeyStream(keySeed).ternary(1));
    private final BigInteger[] uniform = Schoolbook.big(new KeyStream(uniformSeed).uniform(1));
    private final int[] values = new Random(1).ints(Ring.DEGREE).toArray();

    private static byte[] seed(int first) {
        byte[] seed = new byte[KeyStream.SEED_BYTES];
        seed[0] = (byte) first;
        return seed;
    }

    /** ⌊q/t⌋ m + e for small errors of every sign; m = values as they are, signed. */
    private BigInteger[] encoded(long[] errors) {
        BigInteger scale = Schoolbook.Q.divide(T);
        BigInteger[] encoded = new BigInteger[Ring.DEGREE];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] =
                    BigInteger.valueOf(values[i])
                            .multiply(scale)
                            .add(BigInteger.valueOf(errors[i]))
                            .mod(Schoolbook.Q);
        }
        return encoded;
    }

    private static long[] errors() {
        long[] errors = new long[Ring.DEGREE];
        Arrays.setAll(errors, i -> i % 39 - 19);
        return errors;
    }

    private static long[] residues(long[] errors) {
        return Arrays.stream(errors).map(e -> Math.floorMod(e, Ring.MODULUS)).toArray();
    }

    private static BigInteger[] negated(BigInteger[] a) {
        return Arrays.stream(a).map(BigInteger::negate).toArray(BigInteger[]::new);
    }

    /** c₀ = Δ m + e − a s and c₁ = a. */
    @Test
    void encryptsAsTheFormulaSays() {
        BfvCiphertext ciphertext = key.encrypt(values, residues(errors()), uniformSeed);

        BigInteger[] masks = negated(Schoolbook.product(uniform, secret));
        assertArrayEquals(
                Schoolbook.longs(Schoolbook.sum(encoded(errors()), masks)), ciphertext.c0());
        assertArrayEquals(Schoolbook.longs(uniform), ciphertext.c1());
    }

    /** m = round(t (c₀ + c₁ s) / q) mod t, as the paper has it, of a sum of three. */
    @Test
    void decryptsAsTheFormulaSays() {
        BfvCiphertext one = key.encrypt(values, residues(errors()), uniformSeed);
        BfvCiphertext three = one.plus(one).plus(one);

        BigInteger[] noisy =
                Schoolbook.sum(
                        Schoolbook.big(three.c0()),
                        Schoolbook.product(Schoolbook.big(three.c1()), secret));
        int[] plain = new int[values.length];
        for (int i = 0; i < plain.length; i++) {
            BigInteger twice = noisy[i].multiply(T).shiftLeft(1).add(Schoolbook.Q);
            plain[i] = twice.divide(Schoolbook.Q.shiftLeft(1)).mod(T).intValue();
        }
        assertArrayEquals(plain, key.decrypt(three));
        assertArrayEquals(Arrays.stream(values).map(value -> 3 * value).toArray(), plain);
    }

    /** c₀ = p u + e₁ + Δ m and c₁ = a u + e₂, for any p. */
    @Test
    void encryptsWithThePublicKeyAsTheFormulaSays() {
        long[] p = new KeyStream(seed(3)).uniform(1);
        long[] u = new KeyStream(seed(4)).ternary(1);
        long[] e1 = errors();
        long[] e2 = new long[Ring.DEGREE];
        Arrays.setAll(e2, i -> 19 - i % 39);

        BfvCiphertext ciphertext =
                new BfvPublicKey(p, uniformSeed).encrypt(values, u, residues(e1), residues(e2));

        BigInteger[] secretU = Schoolbook.big(u);
        assertArrayEquals(
                Schoolbook.longs(
                        Schoolbook.sum(
                                Schoolbook.product(Schoolbook.big(p), secretU), encoded(e1))),
                ciphertext.c0());
        assertArrayEquals(
                Schoolbook.longs(
                        Schoolbook.sum(Schoolbook.product(uniform, secretU), Schoolbook.big(e2))),
                ciphertext.c1());
    }
}
