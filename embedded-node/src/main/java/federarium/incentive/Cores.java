package federarium.incentive;

import java.util.function.IntConsumer;

/** Where the values of many coalitions are computed. */
@FunctionalInterface
public interface Cores {

    /** One after the other, on the caller's thread. */
    Cores ONE =
            (count, work) -> {
                for (int i = 0; i < count; i++) {
                    work.accept(i);
                }
            };

    /** Does the work for {@code 0 … count − 1}, in any order, and returns when all is done. */
    void each(int count, IntConsumer work);
}
