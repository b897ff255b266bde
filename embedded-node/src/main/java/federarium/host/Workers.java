package federarium.host;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The threads that compute: as many as there are cores, shared by all runs of a process. */
interface Workers {

    int threads();

    <T> CompletableFuture<T> submit(Callable<T> work);

    /** Completes when all have, with their results in order. */
    static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> futures.stream().map(CompletableFuture::join).toList());
    }
}
