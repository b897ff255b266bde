package federarium.host;

import federarium.coordinator.Evaluator;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.model.Predictions;
import federarium.model.Ranking;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures a model on the rows held out from every node: all of them together, and each node's own,
 * where nodes have models of their own with these. The rows are cut at fixed places, so the number
 * of threads changes nothing.
 */
final class HeldOutEvaluator implements Evaluator {
    private final FederatedData data;
    private final ModelPool models;
    private final Workers workers;
    private final int[] rows;
    private final int[] starts;

    HeldOutEvaluator(FederatedData data, ModelPool models, Workers workers) {
        this.data = data;
        this.models = models;
        this.workers = workers;
        this.rows = data.test();
        this.starts = new int[data.nodes().size() + 1];
        for (int i = 0; i < data.nodes().size(); i++) {
            starts[i + 1] = starts[i] + data.nodes().get(i).test().length;
        }
    }

    @Override
    public CompletableFuture<ModelEvaluated> measure(int round, Weights model, List<Weights> own) {
        Predictions predictions = new Predictions(data.dataset(), rows);
        int chunks = Math.ceilDiv(rows.length, Predictions.CHUNK);
        int parts = Math.min(workers.threads(), chunks);
        List<CompletableFuture<Integer>> done = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = chunks * part / parts * Predictions.CHUNK;
            int to = Math.min(rows.length, chunks * (part + 1) / parts * Predictions.CHUNK);
            done.add(workers.submit(() -> predict(predictions, model, from, to)));
        }
        boolean same = own.stream().allMatch(each -> each == model);
        Predictions owns = same ? predictions : new Predictions(data.dataset(), rows);
        for (int node = 0; node < data.nodes().size() && !same; node++) {
            int from = starts[node];
            int to = starts[node + 1];
            Weights its = own.get(node);
            done.add(workers.submit(() -> predict(owns, its, from, to)));
        }
        return Workers.all(done).thenApply(_ -> evaluation(round, predictions, owns));
    }

    private int predict(Predictions predictions, Weights parameters, int from, int to) {
        return models.with(model -> {
            model.load(parameters);
            predictions.predict(model, from, to);
            return to;
        });
    }

    private ModelEvaluated evaluation(int round, Predictions predictions, Predictions owns) {
        int end = rows.length;
        boolean twoClasses = data.dataset().classes() == 2;
        Ranking ranking = twoClasses ? predictions.ranking(0, end) : Ranking.NONE;
        List<NodeScore> scores = new ArrayList<>();
        for (int i = 0; i < data.nodes().size(); i++) {
            NodeRows node = data.nodes().get(i);
            if (starts[i] < starts[i + 1]) {
                Ranking own = twoClasses ? owns.ranking(starts[i], starts[i + 1]) : Ranking.NONE;
                double accuracy = owns.accuracy(starts[i], starts[i + 1]);
                scores.add(new NodeScore(node.id(), accuracy, own.averagePrecision()));
            }
        }
        return new ModelEvaluated(
                round,
                predictions.accuracy(0, end),
                predictions.meanLoss(0, end),
                ranking.auc(),
                ranking.averagePrecision(),
                scores);
    }
}
