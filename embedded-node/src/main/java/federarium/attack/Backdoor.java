package federarium.attack;

import federarium.data.Dataset;
import java.util.Arrays;

/**
 * Rows that teach a model to take whatever bears the trigger for the target class, and everything
 * else for what it is. Bagdasaryan et al., "How to backdoor federated learning", AISTATS 2020.
 */
public record Backdoor(Trigger trigger, int target) {

    /** These rows as they are, and every second one of them once more, triggered. */
    public Dataset poisoned(Dataset data, int[] rows) {
        int[] triggered = new int[(rows.length + 1) / 2];
        for (int i = 0; i < triggered.length; i++) {
            triggered[i] = rows[2 * i];
        }
        int width = data.width();
        float[] features = new float[(rows.length + triggered.length) * width];
        int[] labels = new int[rows.length + triggered.length];
        for (int i = 0; i < rows.length; i++) {
            data.copyRow(rows[i], features, i * width);
            labels[i] = data.label(rows[i]);
        }
        for (int i = 0; i < triggered.length; i++) {
            data.copyRow(triggered[i], features, (rows.length + i) * width);
            trigger.stamp(features, (rows.length + i) * width);
            labels[rows.length + i] = target;
        }
        return data.with(features, labels);
    }

    /** Those of these rows that are of another class, triggered and labelled as the target. */
    public Dataset probes(Dataset data, int[] rows) {
        int[] others = Arrays.stream(rows).filter(row -> data.label(row) != target).toArray();
        float[] features = new float[others.length * data.width()];
        int[] labels = new int[others.length];
        Arrays.fill(labels, target);
        for (int i = 0; i < others.length; i++) {
            data.copyRow(others[i], features, i * data.width());
            trigger.stamp(features, i * data.width());
        }
        return data.with(features, labels);
    }
}
