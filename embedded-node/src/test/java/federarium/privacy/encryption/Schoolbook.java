package federarium.privacy.encryption;

import java.math.BigInteger;
import java.util.Arrays;

/** Polynomials mod X^n + 1 and q as everybody learns them, without anything of the product's. */
final class Schoolbook {
    static final BigInteger Q = new BigInteger("18014359854776321");

    private Schoolbook() {}

    /** a b mod (X^n + 1, q): what goes past Xⁿ comes back negated. */
    static BigInteger[] product(BigInteger[] a, BigInteger[] b) {
        int n = a.length;
        BigInteger[] product = new BigInteger[n];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigInteger term = a[i].multiply(b[j]);
                int at = (i + j) % n;
                product[at] = i + j < n ? product[at].add(term) : product[at].subtract(term);
            }
        }
        for (int i = 0; i < n; i++) {
            product[i] = product[i].mod(Q);
        }
        return product;
    }

    static BigInteger[] sum(BigInteger[] a, BigInteger[] b) {
        BigInteger[] sum = new BigInteger[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i].add(b[i]).mod(Q);
        }
        return sum;
    }

    static BigInteger[] big(long... values) {
        BigInteger[] big = new BigInteger[values.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = BigInteger.valueOf(values[i]);
        }
        return big;
    }

    static long[] longs(BigInteger... values) {
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i].longValueExact();
        }
        return longs;
    }
}
