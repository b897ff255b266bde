package federarium.host;

import federarium.incentive.Cores;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The caller's thread and as many workers as are free. As the caller does whatever no other does,
 * it may be a worker itself.
 */
record SharedCores(Workers workers) implements Cores {

    @Override
    public void each(int count, IntConsumer work) {
        Share share = new Share(count, work);
        for (int helper = 1; helper < Math.min(workers.threads(), count); helper++) {
            workers.submit(() -> {
                share.run();
                return share;
            });
        }
        share.run();
        share.done.join();
    }

    private static final class Share {
        private final int count;
        private final IntConsumer work;
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final CompletableFuture<Integer> done = new CompletableFuture<>();

        Share(int count, IntConsumer work) {
            this.count = count;
            this.work = work;
        }

        void run() {
            for (int i = begun.getAndIncrement(); i < count; i = begun.getAndIncrement()) {
                try {
                    work.accept(i);
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
                if (ended.incrementAndGet() == count) {
                    done.complete(count);
                }
            }
        }
    }
}
