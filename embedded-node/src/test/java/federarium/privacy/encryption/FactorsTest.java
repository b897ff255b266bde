package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FactorsTest {

    @Test
    void multipliesAsBigIntegersDo() {
        long[] numbers = {0, 1, 2, 1L << 53, Ring.MODULUS / 2, Ring.MODULUS - 2, Ring.MODULUS - 1};
        Factors factors = new Factors(numbers.clone());

        for (long x : numbers) {
            for (int i = 0; i < numbers.length; i++) {
                BigInteger product = BigInteger.valueOf(x).multiply(BigInteger.valueOf(numbers[i]));
                assertEquals(product.mod(Schoolbook.Q).longValueExact(), factors.times(x, i));
            }
        }
    }
}
