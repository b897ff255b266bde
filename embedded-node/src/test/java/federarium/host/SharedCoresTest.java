package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedCoresTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void doAllTheWorkOnceAlsoForWhoIsAWorkerItself(int threads) {
        try (PoolWorkers workers = new PoolWorkers(threads)) {
            AtomicIntegerArray done = new AtomicIntegerArray(1000);
            workers.submit(
                            () -> {
                                new SharedCores(workers).each(1000, done::incrementAndGet);
                                return done;
                            })
                    .join();

            for (int i = 0; i < done.length(); i++) {
                assertEquals(1, done.get(i), "number " + i);
            }
        }
    }

    @Test
    void passAFailureOn() {
        try (PoolWorkers workers = new PoolWorkers(2)) {
            assertThrows(
                    CompletionException.class,
                    () ->
                            new SharedCores(workers)
                                    .each(
                                            100,
                                            i -> {
                                                throw new IllegalStateException("number " + i);
                                            }));
        }
    }
}
