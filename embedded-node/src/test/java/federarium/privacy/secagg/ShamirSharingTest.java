package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.secagg.ShamirSharing.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShamirSharingTest {
    private static final ShamirSharing FIELD = new ShamirSharing(ShamirSharing.PRIME);

    @Test
    void findsTheLineThroughTwoPointsModuloEleven() {
        // f(x) = 7 + 3x modulo 11: f(2) = 2, f(5) = 0.
        ShamirSharing eleven = new ShamirSharing(BigInteger.valueOf(11));

        assertEquals(BigInteger.valueOf(7), eleven.combine(List.of(share(2, 2), share(5, 0))));
    }

    @Test
    void findsTheParabolaThroughThreePointsModuloSeventeen() {
        // f(x) = 13 + 10x + 2x² modulo 17: f(1) = 8, f(2) = 7, f(3) = 10.
        ShamirSharing seventeen = new ShamirSharing(BigInteger.valueOf(17));

        assertEquals(
                BigInteger.valueOf(13),
                seventeen.combine(List.of(share(3, 10), share(1, 8), share(2, 7))));
    }

    @Test
    void worksInAFieldThatHoldsEveryThirtyTwoBytes() {
        assertTrue(ShamirSharing.PRIME.isProbablePrime(100));
        assertEquals(257, ShamirSharing.PRIME.bitLength());
        assertEquals(257, ShamirSharing.PRIME.subtract(BigInteger.ONE).bitLength());
    }

    @Test
    void givesTheSecretBackFromAnyTShares() {
        SeededSource source = new SeededSource(1);
        Random random = new Random(1);
        for (int trial = 0; trial < 50; trial++) {
            int holders = 2 + random.nextInt(20);
            int threshold = 2 + random.nextInt(holders - 1);
            BigInteger secret = new BigInteger(256, random);
            List<Share> shares = split(secret, threshold, holders, source);
            Collections.shuffle(shares, random);

            assertEquals(secret, FIELD.combine(shares.subList(0, threshold)));
        }
    }

    @Test
    void givesTheLargestAndTheSmallestSecretBack() {
        BigInteger largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        assertEquals(largest, FIELD.combine(split(largest, 3, 3, new SeededSource(2))));
        assertEquals(
                BigInteger.ZERO, FIELD.combine(split(BigInteger.ZERO, 3, 3, new SeededSource(2))));
    }

    @Test
    void givesWithOneShareFewerEverySecretOfASmallFieldAlike() {
        // Over the field of 5, with t = 2: the share of x = 1 of each secret takes every value.
        ShamirSharing five = new ShamirSharing(BigInteger.valueOf(5));
        SeededSource source = new SeededSource(3);
        for (int secret = 0; secret < 5; secret++) {
            int[] seen = new int[5];
            for (int trial = 0; trial < 1000; trial++) {
                var shares = five.split(BigInteger.valueOf(secret), 2, List.of(1), source);
                seen[shares.getFirst().y().intValueExact()]++;
            }
            for (int count : seen) {
                assertEquals(200, count, 4 * Math.sqrt(1000 * .2 * .8), "secret " + secret);
            }
        }
    }

    @Test
    void refusesASecretOutsideTheField() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FIELD.split(ShamirSharing.PRIME, 1, List.of(1), new SeededSource(1)));
    }

    private static List<Share> split(
            BigInteger secret, int threshold, int holders, SeededSource source) {
        List<Integer> xs = IntStream.rangeClosed(1, holders).boxed().toList();
        return new ArrayList<>(FIELD.split(secret, threshold, xs, source));
    }

    private static Share share(int x, long y) {
        return new Share(x, BigInteger.valueOf(y));
    }
}
