package federarium.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a source gives them: not yet divided, dealt or standardised. The features are still being
 * written to; a gap is NaN.
 */
final class RawRows {
    final float[] features;
    final int[] labels;
    final List<String> featureNames;
    final List<String> classNames;

    /** Whether a row is a test row, or null where the source doesn't say. */
    final boolean @Nullable [] test;

    /** The natural client of each row, or empty where the source names none. */
    final int[] owners;

    final List<String> ownerNames;

    RawRows(
            float[] features,
            int[] labels,
            List<String> featureNames,
            List<String> classNames,
            boolean @Nullable [] test,
            int[] owners,
            List<String> ownerNames) {
        this.features = features;
        this.labels = labels;
        this.featureNames = featureNames;
        this.classNames = classNames;
        this.test = test;
        this.owners = owners;
        this.ownerNames = ownerNames;
    }

    RawRows withClassNames(List<String> names) {
        return new RawRows(features, labels, featureNames, names, test, owners, ownerNames);
    }

    int rows() {
        return labels.length;
    }

    int width() {
        return featureNames.size();
    }

    boolean namesClients() {
        return !ownerNames.isEmpty();
    }
}
