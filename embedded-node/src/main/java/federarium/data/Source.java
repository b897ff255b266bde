package federarium.data;

import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file or a built-in source, with what is known about them. */
record Source(RawRows rows, @Nullable ImageShape image, Provenance provenance) {

    /**
     * Reads what a scenario names.
     *
     * @throws BadInputException if there is no such source, or it cannot be read
     */
    static Source read(Scenario.DataSpec spec) {
        return spec.file() != null ? ofFile(spec.file(), spec) : builtIn(spec);
    }

    private static Source ofFile(String file, Scenario.DataSpec spec) {
        if (spec.label() == null) {
            throw BadInputException.of("data.label", "is missing; allowed: the column to predict");
        }
        RawRows rows =
                CsvReader.read(DataFile.onDisk(file), Columns.of(spec.label()).overriddenBy(spec));
        return new Source(rows, null, provenance(spec));
    }

    static Provenance provenance(Scenario.DataSpec spec) {
        String file = spec.file();
        if (file == null) {
            return find(spec).provenance();
        }
        String name = String.valueOf(Path.of(file).getFileName());
        return new Provenance(name, "not stated", "Read from the file " + file + ".", false);
    }

    private static BuiltInSource find(Scenario.DataSpec spec) {
        String name = spec.source() == null ? "" : spec.source();
        BuiltInSource source = BuiltInSource.find(name);
        if (source == null) {
            throw BadInputException.of(
                    "data.source",
                    "there is no source '%s'; allowed: %s, or file: a CSV file"
                            .formatted(name, BuiltInSource.names()));
        }
        return source;
    }

    private static Source builtIn(Scenario.DataSpec spec) {
        BuiltInSource source = find(spec);
        return switch (source.content()) {
            case BuiltInSource.Content.Csv csv -> ofCsv(source, csv, spec);
            case BuiltInSource.Content.Idx idx -> ofIdx(source, idx, spec);
        };
    }

    private static Source ofCsv(
            BuiltInSource source, BuiltInSource.Content.Csv csv, Scenario.DataSpec spec) {
        Columns columns = csv.columns().overriddenBy(spec);
        RawRows rows = CsvReader.read(csv.file(), columns);
        if (csv.scale() != 1) {
            for (int at = 0; at < rows.features.length; at++) {
                rows.features[at] *= csv.scale();
            }
        }
        boolean ownLabel = columns.label().equals(csv.columns().label());
        Map<String, String> words = ownLabel ? csv.classNames() : Map.of();
        List<String> classNames =
                rows.classNames.stream().map(value -> words.getOrDefault(value, value)).toList();
        ImageShape shape = source.image();
        boolean stillPictures =
                ownLabel
                        && spec.categorical().isEmpty()
                        && shape != null
                        && shape.size() == rows.width();
        ImageShape image = stillPictures ? shape : null;
        return new Source(rows.withClassNames(classNames), image, source.provenance());
    }

    private static Source ofIdx(
            BuiltInSource source, BuiltInSource.Content.Idx idx, Scenario.DataSpec spec) {
        requireNoColumns(source.name(), spec);
        ImageShape shape = source.image();
        if (shape == null) {
            throw new IllegalStateException(source.name() + " has no shape");
        }
        BuiltInSource.Content.Part train = idx.train();
        BuiltInSource.Content.Part test = idx.test();
        int count = train.rows() + test.rows();
        float[] features = new float[count * shape.size()];
        int[] labels = new int[count];
        IdxReader.readImages(train.images(), train.rows(), shape, features, 0);
        IdxReader.readImages(test.images(), test.rows(), shape, features, train.rows());
        IdxReader.readLabels(train.labels(), train.rows(), idx.classes(), labels, 0);
        IdxReader.readLabels(test.labels(), test.rows(), idx.classes(), labels, train.rows());
        boolean[] isTest = new boolean[count];
        Arrays.fill(isTest, train.rows(), count, true);
        List<String> pixels =
                IntStream.range(0, shape.size()).mapToObj(pixel -> "p" + pixel).toList();
        List<String> classNames =
                IntStream.range(0, idx.classes()).mapToObj(Integer::toString).toList();
        RawRows rows =
                new RawRows(features, labels, pixels, classNames, isTest, new int[0], List.of());
        return new Source(rows, shape, source.provenance());
    }

    private static void requireNoColumns(String source, Scenario.DataSpec spec) {
        boolean named =
                spec.label() != null
                        || spec.client() != null
                        || spec.split() != null
                        || !spec.features().isEmpty()
                        || !spec.categorical().isEmpty()
                        || !spec.ignore().isEmpty();
        if (named) {
            throw BadInputException.of(
                    "data.source",
                    "%s has pictures, no columns; allowed: %s without label, client,"
                                    .formatted(source, source)
                            + " split, features, categorical and ignore");
        }
    }
}
