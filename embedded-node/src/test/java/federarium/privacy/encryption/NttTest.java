package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NttTest {
    private final KeyStream random = new KeyStream(new byte[KeyStream.SEED_BYTES]);

    @Test
    void undoesItself() {
        long[] elements = random.uniform(2);
        long[] there = elements.clone();

        Ntt.forward(there, 0);
        Ntt.forward(there, Ring.DEGREE);
        Ntt.inverse(there, 0);
        Ntt.inverse(there, Ring.DEGREE);

        assertArrayEquals(elements, there);
    }

    @Test
    void multipliesAsSchoolbookPolynomialsDo() {
        long[] a = random.uniform(1);
        long[] b = random.uniform(1);

        assertArrayEquals(
                Schoolbook.longs(Schoolbook.product(Schoolbook.big(a), Schoolbook.big(b))),
                new FixedElement(a).times(b));
    }

    @Test
    void multipliesTheLargestResidues() {
        long[] largest = new long[Ring.DEGREE];
        Arrays.fill(largest, Ring.MODULUS - 1);

        assertArrayEquals(
                Schoolbook.longs(
                        Schoolbook.product(Schoolbook.big(largest), Schoolbook.big(largest))),
                new FixedElement(largest).times(largest));
    }

    /** X · X²⁰⁴⁷ = X²⁰⁴⁸ = −1. */
    @Test
    void bringsBackNegatedWhatGoesPastTheDegree() {
        long[] x = new long[Ring.DEGREE];
        x[1] = 1;
        long[] last = new long[Ring.DEGREE];
        last[Ring.DEGREE - 1] = 1;
        long[] minusOne = new long[Ring.DEGREE];
        minusOne[0] = Ring.MODULUS - 1;

        assertArrayEquals(minusOne, new FixedElement(x).times(last));
    }

    @Test
    void multipliesEachOfSeveralElements() {
        long[] factor = random.uniform(1);
        long[] two = random.uniform(2);
        FixedElement fixed = new FixedElement(factor);

        long[] products = fixed.times(two);

        assertArrayEquals(
                fixed.times(Arrays.copyOfRange(two, Ring.DEGREE, 2 * Ring.DEGREE)),
                Arrays.copyOfRange(products, Ring.DEGREE, 2 * Ring.DEGREE));
    }
}
