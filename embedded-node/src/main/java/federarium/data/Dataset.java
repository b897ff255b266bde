package federarium.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of float32 features, each with a label. Immutable: all nodes of a run share one, and a node
 * is a list of row numbers.
 */
public final class Dataset {
    private final float[] features;
    private final int[] labels;
    private final List<String> featureNames;
    private final List<String> classNames;
    private final @Nullable ImageShape image;

    /** Takes the arrays over: the caller must not write to them again. */
    Dataset(
            float[] features,
            int[] labels,
            List<String> featureNames,
            List<String> classNames,
            @Nullable ImageShape image) {
        if (features.length != labels.length * featureNames.size()) {
            throw new IllegalArgumentException(
                    "%d values are not %d rows of %d"
                            .formatted(features.length, labels.length, featureNames.size()));
        }
        this.features = features;
        this.labels = labels;
        this.featureNames = List.copyOf(featureNames);
        this.classNames = List.copyOf(classNames);
        this.image = image;
    }

    /** A small data set written out, row by row. */
    public static Dataset of(
            List<String> featureNames, List<String> classNames, int[] labels, float[]... rows) {
        float[] features = new float[rows.length * featureNames.size()];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(
                    rows[row], 0, features, row * featureNames.size(), featureNames.size());
        }
        return new Dataset(features, labels.clone(), featureNames, classNames, null);
    }

    /** Other rows of the same columns and classes; takes the arrays over. */
    public Dataset with(float[] otherFeatures, int[] otherLabels) {
        return new Dataset(otherFeatures, otherLabels, featureNames, classNames, image);
    }

    public int rows() {
        return labels.length;
    }

    /** The number of features. */
    public int width() {
        return featureNames.size();
    }

    public int classes() {
        return classNames.size();
    }

    public List<String> classNames() {
        return classNames;
    }

    public List<String> featureNames() {
        return featureNames;
    }

    /** The shape of every row, or null where rows are no pictures. */
    public @Nullable ImageShape image() {
        return image;
    }

    /** The class of a row, from 0. */
    public int label(int row) {
        return labels[row];
    }

    public float feature(int row, int column) {
        return features[row * width() + column];
    }

    /** Writes the features of a row to target[offset … offset + width − 1]. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(features, row * width(), target, offset, width());
    }
}
