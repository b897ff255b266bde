package federarium.privacy.secagg;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Secrets in shares, any t of which give the secret back and fewer of which say nothing of it.
 *
 * <p>Over the field of a prime p, f(x) = s + a₁x + … + a₍t−1₎x^(t−1) with uniform aᵢ; the share of
 * x ≠ 0 is f(x), and s = f(0) = Σⱼ yⱼ·Πₘ≠ⱼ xₘ ÷ (xₘ − xⱼ). Not in constant time. Shamir, "How to
 * share a secret", CACM 1979.
 */
final class ShamirSharing {

    /** p = 2²⁵⁶ + 297, the smallest prime in whose field every 32-byte secret is a number. */
    static final BigInteger PRIME = BigInteger.TWO.pow(256).add(BigInteger.valueOf(297));

    private final BigInteger prime;

    ShamirSharing(BigInteger prime) {
        this.prime = prime;
    }

    /**
     * One point of the polynomial.
     *
     * @param x from 1 on
     * @param y f(x), from 0 to p − 1
     */
    record Share(int x, BigInteger y) {}

    /**
     * The shares of every x, in their order.
     *
     * @throws IllegalArgumentException if the secret is no number of the field
     */
    List<Share> split(BigInteger secret, int threshold, List<Integer> xs, SecureRandom random) {
        if (secret.signum() < 0 || secret.compareTo(prime) >= 0) {
            throw new IllegalArgumentException("the secret is no number of the field");
        }
        List<BigInteger> coefficients = new ArrayList<>(List.of(secret));
        while (coefficients.size() < threshold) {
            coefficients.add(uniform(random));
        }
        List<Share> shares = new ArrayList<>();
        for (int x : xs) {
            BigInteger at = BigInteger.valueOf(x);
            BigInteger y = BigInteger.ZERO;
            for (BigInteger coefficient : coefficients.reversed()) {
                y = y.multiply(at).add(coefficient).mod(prime);
            }
            shares.add(new Share(x, y));
        }
        return shares;
    }

    /** f(0) of the polynomial of lowest degree through the shares, whose x differ. */
    BigInteger combine(Collection<Share> shares) {
        BigInteger secret = BigInteger.ZERO;
        for (Share one : shares) {
            BigInteger above = BigInteger.ONE;
            BigInteger below = BigInteger.ONE;
            for (Share other : shares) {
                if (other.x() != one.x()) {
                    above = above.multiply(BigInteger.valueOf(other.x())).mod(prime);
                    below = below.multiply(BigInteger.valueOf((long) other.x() - one.x()));
                    below = below.mod(prime);
                }
            }
            BigInteger weight = above.multiply(below.modInverse(prime));
            secret = secret.add(one.y().multiply(weight)).mod(prime);
        }
        return secret;
    }

    private BigInteger uniform(SecureRandom random) {
        byte[] bytes = new byte[prime.bitLength() / Byte.SIZE + 1];
        int surplus = bytes.length * Byte.SIZE - prime.bitLength();
        while (true) {
            random.nextBytes(bytes);
            BigInteger drawn = new BigInteger(1, bytes).shiftRight(surplus);
            if (drawn.compareTo(prime) < 0) {
                return drawn;
            }
        }
    }
}
