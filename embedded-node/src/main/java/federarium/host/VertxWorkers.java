package federarium.host;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One named Vert.x worker pool: nodes train on it, and evaluation borrows the same threads. */
final class VertxWorkers implements Workers {
    private static final String NAME = "training";

    private final int threads;
    private final WorkerExecutor executor;

    VertxWorkers(Vertx vertx, int threads) {
        this.threads = threads;
        this.executor = vertx.createSharedWorkerExecutor(NAME, threads, 1, TimeUnit.DAYS);
    }

    /** How a node is deployed so that it trains on these threads. */
    DeploymentOptions deployment() {
        return new DeploymentOptions()
                .setThreadingModel(ThreadingModel.WORKER)
                .setWorkerPoolName(NAME)
                .setWorkerPoolSize(threads)
                .setMaxWorkerExecuteTime(1)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.DAYS);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        return executor.executeBlocking(work, false)
                .map(Objects::<T>requireNonNull)
                .toCompletionStage()
                .toCompletableFuture();
    }
}
