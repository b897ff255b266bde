package federarium.host;

import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/**
 * One model for each thread that is computing; clients are data and have none of their own. Whoever
 * computes does so at the lowest priority: the picture, the log and the coordinator go first.
 */
final class ModelPool {
    private final ModelFactory factory;
    private final ConcurrentLinkedDeque<LocalModel> idle = new ConcurrentLinkedDeque<>();

    ModelPool(ModelFactory factory) {
        this.factory = factory;
    }

    <T> T with(Function<LocalModel, T> work) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        LocalModel kept = idle.pollFirst();
        LocalModel model = kept != null ? kept : factory.create();
        try {
            return work.apply(model);
        } finally {
            idle.addFirst(model);
        }
    }
}
