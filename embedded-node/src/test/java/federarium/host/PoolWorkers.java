package federarium.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** So many threads, without an engine. */
record PoolWorkers(int threads, ExecutorService pool) implements Workers, AutoCloseable {

    PoolWorkers(int threads) {
        this(threads, Executors.newFixedThreadPool(threads));
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                pool);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
