package federarium.host;

import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.Evaluator;
import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.model.Predictions;
import federarium.model.Ranking;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model on the rows held out from every node: all of them together, and each node's own.
 * Where nodes have models of their own, each of these is measured on its node's rows; and where the
 * global one is no whole model without them, they stand for it. The rows are cut at fixed places,
 * so the number of threads changes nothing.
 */
final class HeldOutEvaluator implements Evaluator {
    private final FederatedData data;
    private final ModelPool models;
    private final Workers workers;
    private final @Nullable OwnModels own;
    private final int[] rows;
    private final int[] starts;

    /**
     * An evaluator of a run.
     *
     * @param own null where every node uses the global model
     */
    HeldOutEvaluator(
            FederatedData data, ModelPool models, Workers workers, @Nullable OwnModels own) {
        this.data = data;
        this.models = models;
        this.workers = workers;
        this.own = own;
        this.rows = data.test();
        this.starts = new int[data.nodes().size() + 1];
        for (int i = 0; i < data.nodes().size(); i++) {
            starts[i + 1] = starts[i] + data.nodes().get(i).test().length;
        }
    }

    @Override
    public CompletableFuture<ModelMeasured> measure(
            int round, Weights model, List<Weights> locals) {
        if (own == null) {
            boolean same = locals.stream().allMatch(each -> each == model);
            CompletableFuture<Predictions> whole = global(model);
            return whole.thenCombine(
                    same ? whole : each(locals::get),
                    (all, each) -> new ModelMeasured(evaluation(round, all, each)));
        }
        String kind = own.kind();
        CompletableFuture<Predictions> personal = each(own.now(model)::of);
        CompletableFuture<Predictions> global = own.besideGlobal() ? global(model) : personal;
        return global.thenCombine(
                personal,
                (whole, each) ->
                        new ModelMeasured(
                                evaluation(round, whole, whole),
                                new PersonalModelsMeasured(
                                        round, kind, each.accuracy(0, rows.length), scores(each))));
    }

    private CompletableFuture<Predictions> global(Weights model) {
        Predictions predictions = new Predictions(data.dataset(), rows);
        int chunks = Math.ceilDiv(rows.length, Predictions.CHUNK);
        int parts = Math.min(workers.threads(), chunks);
        List<CompletableFuture<Integer>> done = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = chunks * part / parts * Predictions.CHUNK;
            int to = Math.min(rows.length, chunks * (part + 1) / parts * Predictions.CHUNK);
            done.add(workers.submit(() -> predict(predictions, model, from, to)));
        }
        return Workers.all(done).thenApply(_ -> predictions);
    }

    private CompletableFuture<Predictions> each(IntFunction<Weights> models) {
        Predictions predictions = new Predictions(data.dataset(), rows);
        int nodes = data.nodes().size();
        int parts = Math.min(workers.threads(), nodes);
        List<CompletableFuture<Integer>> done = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = nodes * part / parts;
            int end = nodes * (part + 1) / parts;
            done.add(
                    workers.submit(() -> {
                        for (int node = first; node < end; node++) {
                            predict(
                                    predictions,
                                    models.apply(node),
                                    starts[node],
                                    starts[node + 1]);
                        }
                        return end;
                    }));
        }
        return Workers.all(done).thenApply(_ -> predictions);
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
        Ranking ranking = ranking(predictions, 0, end);
        return new ModelEvaluated(
                round,
                predictions.accuracy(0, end),
                predictions.meanLoss(0, end),
                ranking.auc(),
                ranking.averagePrecision(),
                scores(owns));
    }

    private List<NodeScore> scores(Predictions predictions) {
        List<NodeScore> scores = new ArrayList<>();
        for (int i = 0; i < data.nodes().size(); i++) {
            NodeRows node = data.nodes().get(i);
            if (starts[i] < starts[i + 1]) {
                Double precision =
                        ranking(predictions, starts[i], starts[i + 1]).averagePrecision();
                double accuracy = predictions.accuracy(starts[i], starts[i + 1]);
                scores.add(new NodeScore(node.id(), accuracy, precision));
            }
        }
        return scores;
    }

    private Ranking ranking(Predictions predictions, int from, int to) {
        return data.dataset().classes() == 2 ? predictions.ranking(from, to) : Ranking.NONE;
    }
}
