package federarium.coordinator;

import federarium.topology.Consensus;
import federarium.update.Weights;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The models that are not the global one: those of the edges in a hierarchy, and of the nodes in
 * gossip. They live there; what is known of them here serves to measure them and to keep them in a
 * checkpoint.
 *
 * @param models in the order of their holders
 * @param examples for each, those behind what it learned since the root combined them last
 */
public record LocalModels(PVector<Weights> models, PVector<Long> examples) {
    /** Where the global model is the only one. */
    public static final LocalModels NONE = of(List.of());

    /** Models that have learned nothing yet. */
    public static LocalModels of(List<Weights> models) {
        return new LocalModels(
                TreePVector.from(models), TreePVector.from(Collections.nCopies(models.size(), 0L)));
    }

    /** The same model everywhere. */
    public static LocalModels copies(int count, Weights model) {
        return of(Collections.nCopies(count, model));
    }

    public int size() {
        return models.size();
    }

    /** Those of the holders that are not dropped; all where nobody is left. */
    public LocalModels without(Set<Integer> dropped) {
        List<Integer> left =
                IntStream.range(0, size())
                        .filter(holder -> !dropped.contains(holder))
                        .boxed()
                        .toList();
        return left.size() == size() || left.isEmpty()
                ? this
                : new LocalModels(
                        TreePVector.from(left.stream().map(models::get).toList()),
                        TreePVector.from(left.stream().map(examples::get).toList()));
    }

    /** The plain mean of them, in double precision, in the order of their holders, rounded once. */
    public Weights mean() {
        double[] sum = new double[models.getFirst().size()];
        for (Weights model : models) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += model.get(i);
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / models.size());
        }
        return Weights.owning(mean);
    }

    /** Root mean square distance of them to their mean. */
    double distance() {
        return Consensus.distance(models.stream().map(Weights::toArray).toArray(float[][]::new));
    }

    LocalModels learned(int holder, Weights model, long more) {
        return new LocalModels(
                models.with(holder, model), examples.with(holder, examples.get(holder) + more));
    }

    /** Whether nobody has learned anything since the models were the same. */
    boolean areFresh() {
        return examples.stream().allMatch(each -> each == 0);
    }
}
