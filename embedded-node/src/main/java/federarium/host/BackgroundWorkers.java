package federarium.host;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread that works while others have nothing better to do. */
final class BackgroundWorkers implements Workers {
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("yardsticks")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    @Override
    public int threads() {
        return 1;
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
                executor);
    }

    void close() {
        executor.shutdownNow();
    }
}
