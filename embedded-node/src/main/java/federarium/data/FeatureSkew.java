package federarium.data;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Decimals;
import federarium.scenario.Scenario.Partition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feature skew: what nodes measure looks different, as if each had its own camera. Node k of N,
 * from 0, has its pictures turned by s·rotation, s·brightness added to every pixel, and Gaussian
 * noise of deviation s·noise·u added to every feature, s = k/(N − 1), on training and test rows
 * alike. u is 1 on pictures, whose pixels go from 0 to 1, and else the column's deviation over all
 * training rows, where 0 counts as 1. Nothing is cut off at the ends of the range.
 */
final class FeatureSkew {
    private final Partition.Feature skew;
    private final float[] features;
    private final int width;
    private final @Nullable ImageShape image;
    private final double[] units;
    private final RandomStreams streams;

    private FeatureSkew(
            Partition.Feature skew,
            float[] features,
            int width,
            @Nullable ImageShape image,
            double[] units,
            RandomStreams streams) {
        this.skew = skew;
        this.features = features;
        this.width = width;
        this.image = image;
        this.units = units;
        this.streams = streams;
    }

    /**
     * The skew of a source's rows.
     *
     * @param train all training rows
     * @throws BadInputException if rows are to be turned or lit that are no pictures
     */
    static FeatureSkew of(
            Partition.Feature skew, Source source, int[] train, RandomStreams streams) {
        RawRows rows = source.rows();
        double[] units = new double[rows.width()];
        if (source.image() == null) {
            requireZero("rotation", skew.rotation(), source);
            requireZero("brightness", skew.brightness(), source);
            units = Standardization.deviations(rows.features, rows.width(), train);
        } else {
            Arrays.fill(units, 1);
        }
        return new FeatureSkew(skew, rows.features, rows.width(), source.image(), units, streams);
    }

    private static void requireZero(String key, double value, Source source) {
        if (value != 0) {
            throw BadInputException.of(
                    "data.partition." + key,
                    "%s, but the rows of %s are no pictures; allowed: 0, or the sources %s"
                            .formatted(
                                    Decimals.plain(value),
                                    source.provenance().title(),
                                    BuiltInSource.namesOfPictures()));
        }
    }

    /** Alters the rows of every node, in place. */
    void apply(List<NodeRows> nodes) {
        for (int node = 1; node < nodes.size(); node++) {
            double share = node / (nodes.size() - 1.0);
            RandomStream random = streams.stream("feature", 0, node);
            alter(nodes.get(node).train(), share, random);
            alter(nodes.get(node).test(), share, random);
        }
    }

    private void alter(int[] rows, double share, RandomStream random) {
        if (image != null && skew.rotation() != 0) {
            Rotation rotation = new Rotation(image, share * skew.rotation());
            for (int row : rows) {
                rotation.apply(features, row * width);
            }
        }
        double light = share * skew.brightness();
        double most = share * skew.noise();
        for (int row : rows) {
            for (int column = 0, at = row * width; column < width; column++, at++) {
                double noise = most == 0 ? 0 : most * units[column] * random.nextGaussian();
                features[at] = (float) (features[at] + light + noise);
            }
        }
    }
}
