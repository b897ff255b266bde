package federarium.privacy.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.math.BigInteger;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExpCoinTest {
    /** 1/e = 0.5E2D58D8 B3BCDF1A BADEC782 9054F90D… in base sixteen. */
    private static final long FIRST = 0x5E2D58D8B3BCDF1AL;

    private static final long SECOND = 0xBADEC7829054F90DL;

    @Test
    void computesAPowerToAsManyDigitsAsAsked() {
        BigInteger power = ExpCoin.power(BigInteger.ONE, BigInteger.ONE, 128);
        BigInteger digits = new BigInteger("5E2D58D8B3BCDF1ABADEC7829054F90D", 16);
        assertTrue(power.subtract(digits).abs().intValueExact() <= 2, power.toString(16));
    }

    @Test
    void theTableIsNoFurtherFromThePowerThanItSays() {
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < 2000; i++) {
            long x = random.nextLong() >>> 64 - 32 - i % 6;
            BigInteger exact =
                    ExpCoin.power(BigInteger.valueOf(x), BigInteger.ONE.shiftLeft(32), 62);
            long off = exact.longValueExact() - ExpCoin.table(x);
            assertTrue(off >= -2 && off <= 14, x + " is off by " + off);
        }
    }

    @Test
    void whatTheFirstDigitsLeaveOpenLaterDigitsDecide() {
        assertTrue(toss(FIRST, SECOND - 1));
        assertFalse(toss(FIRST, SECOND + 1));
        assertTrue(toss(FIRST - 1, -1));
        assertFalse(toss(FIRST + 1, 0));
    }

    @Test
    void sixteenDigitsDecideWhereTheyCan() {
        long far = FIRST + (1L << 48);
        PrimitiveIterator.OfLong words = LongStream.of(far).iterator();
        RandomBits bits = RandomBits.of(words::nextLong);
        assertFalse(new ExpCoin(bits).toss(ExpCoin.table(1L << 32), 1, 1));
        bits.next(24);
        bits.next(24);
        assertThrows(java.util.NoSuchElementException.class, () -> bits.next(1));
    }

    @Test
    void headsComeAsOftenAsTheyShould() {
        ExpCoin coin = new ExpCoin(RandomBits.seeded(new RandomStream(11)));
        for (long[] x : new long[][] {{1, 1}, {1, 3}, {7, 2}, {1, 1000}}) {
            long table = ExpCoin.table((x[0] << 32) / x[1]);
            double chance = Math.exp(-(double) x[0] / x[1]);
            int heads = 0;
            for (int i = 0; i < 100_000; i++) {
                heads += coin.toss(table, x[0], x[1]) ? 1 : 0;
            }
            double error = Math.sqrt(chance * (1 - chance) / 100_000);
            assertEquals(chance, heads / 100_000.0, 3.5 * error, "seed 11");
        }
    }

    @Test
    void nothingIsCertainForZeroOnly() {
        ExpCoin coin = new ExpCoin(RandomBits.of(() -> -1L));
        assertTrue(coin.toss(ExpCoin.table(0), 0, 5));
        assertFalse(coin.decides(BigInteger.ONE, BigInteger.TWO.pow(40)));
        assertFalse(coin.decides(BigInteger.valueOf(5000), BigInteger.ONE));
    }

    private static boolean toss(long first, long second) {
        PrimitiveIterator.OfLong words = LongStream.of(first, second).iterator();
        return new ExpCoin(RandomBits.of(words::nextLong)).toss(ExpCoin.table(1L << 32), 1, 1);
    }
}
