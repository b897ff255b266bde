package federarium.host;

import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.model.Predictions;
import federarium.update.Weights;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures whether a model obeys a trigger: the test rows of all other classes bear it, and those
 * count that are taken for the target. The observatory's measure, which no coordinator has.
 */
final class BackdoorProbe {
    private final FederatedData data;
    private final Triggers triggers;
    private final ModelPool models;
    private final Workers workers;
    private @Nullable Probes last;

    private record Probes(int target, Dataset rows) {}

    BackdoorProbe(FederatedData data, Triggers triggers, ModelPool models, Workers workers) {
        this.data = data;
        this.triggers = triggers;
        this.models = models;
        this.workers = workers;
    }

    CompletableFuture<BackdoorMeasured> measure(int round, Weights model, int target) {
        return workers.submit(() -> {
            Dataset rows = probes(target);
            double success = rows.rows() == 0 ? 0 : success(rows, model);
            return new BackdoorMeasured(round, rows.classNames().get(target), success);
        });
    }

    private double success(Dataset rows, Weights parameters) {
        int[] all = IntStream.range(0, rows.rows()).toArray();
        Predictions predictions = new Predictions(rows, all);
        return models.with(model -> {
            model.load(parameters);
            predictions.predict(model, 0, all.length);
            return predictions.accuracy(0, all.length);
        });
    }

    private synchronized Dataset probes(int target) {
        Probes known = last;
        if (known == null || known.target != target) {
            known = new Probes(target, triggers.to(target).probes(data.dataset(), data.test()));
            last = known;
        }
        return known.rows;
    }
}
