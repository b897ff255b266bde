package federarium.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file that are of use, as they fill up. */
final class CsvTable {
    private final DataFile file;
    private final Columns columns;
    private final CsvHeader header;
    private final CsvColumn.OfWords labels;
    private final CsvColumn.@Nullable OfWords owners;
    private final CsvColumn.@Nullable OfSplit split;
    private final List<CsvColumn.Feature> features = new ArrayList<>();

    /** Where each column's cells are; a cell may serve two. */
    private final Map<CsvColumn, Integer> indices = new LinkedHashMap<>();

    private int rows;
    private int dropped;

    CsvTable(DataFile file, CsvHeader header, Columns columns) {
        this.file = file;
        this.header = header;
        this.columns = columns;
        checkUse();
        labels = new CsvColumn.OfWords(file, columns.label(), CsvColumn.OfWords.MAX_WORDS);
        indices.put(labels, header.index("label", columns.label()));
        owners = owners(columns.client());
        split = split(columns);
        addFeatures();
    }

    private CsvColumn.@Nullable OfWords owners(@Nullable String client) {
        if (client == null) {
            return null;
        }
        CsvColumn.OfWords column = new CsvColumn.OfWords(file, client, Integer.MAX_VALUE);
        indices.put(column, header.index("client", client));
        return column;
    }

    private CsvColumn.@Nullable OfSplit split(Columns columns) {
        if (columns.split() == null) {
            return null;
        }
        String name = columns.split().column();
        Double testFrom = columns.split().testFrom();
        CsvColumn.OfSplit column =
                new CsvColumn.OfSplit(file, name, testFrom == null ? Double.NaN : testFrom);
        indices.put(column, header.index("split", name));
        return column;
    }

    private void addFeatures() {
        Set<String> chosen = new HashSet<>(columns.features());
        if (chosen.isEmpty()) {
            chosen.addAll(header.names());
            chosen.removeAll(columns.ignore());
            chosen.removeAll(otherUses());
        }
        chosen.addAll(columns.categorical());
        for (int index = 0; index < header.names().size(); index++) {
            String name = header.name(index);
            if (chosen.contains(name)) {
                CsvColumn.Feature feature =
                        columns.categorical().contains(name)
                                ? new CsvColumn.OfWords(file, name, CsvColumn.OfWords.MAX_WORDS)
                                : new CsvColumn.OfNumbers(file, name);
                features.add(feature);
                indices.put(feature, index);
            }
        }
        if (features.isEmpty()) {
            throw file.problem(1, "no column is left to learn from");
        }
    }

    private List<String> otherUses() {
        String splitColumn = columns.split() == null ? null : columns.split().column();
        return Stream.of(columns.label(), columns.client(), splitColumn)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every column that is named exists and has one use. */
    private void checkUse() {
        columns.features().forEach(name -> header.index("features", name));
        columns.categorical().forEach(name -> header.index("categorical", name));
        columns.ignore().forEach(name -> header.index("ignore", name));
        checkFeatures("features", columns.features());
        checkFeatures("categorical", columns.categorical());
        if (columns.ignore().contains(columns.label())) {
            throw file.problem(1, "ignore", "'%s' is the label".formatted(columns.label()));
        }
        if (columns.split() != null && columns.split().column().equals(columns.label())) {
            throw file.problem(1, "split", "'%s' is the label".formatted(columns.label()));
        }
    }

    private void checkFeatures(String key, List<String> names) {
        for (String name : names) {
            if (name.equals(columns.label())) {
                throw file.problem(1, key, "'%s' is the label".formatted(name));
            }
            if (otherUses().contains(name)) {
                throw file.problem(
                        1, key, "'%s' is the column for client: or split:".formatted(name));
            }
            if (columns.ignore().contains(name)) {
                throw file.problem(1, key, "'%s' is under ignore: too".formatted(name));
            }
        }
    }

    /** Adds a row, unless it has a gap and such rows are dropped. */
    void add(CSVRecord record, long line) {
        if (columns.dropGaps()
                && indices.values().stream().anyMatch(i -> record.get(i).isEmpty())) {
            dropped++;
            return;
        }
        for (Map.Entry<CsvColumn, Integer> each : indices.entrySet()) {
            CsvColumn column = each.getKey();
            String cell = record.get(each.getValue());
            if (cell.isEmpty() && (column == labels || column == owners || column == split)) {
                throw file.problem(
                        line,
                        header.name(each.getValue()),
                        "is empty; allowed: a value, or missing: drop");
            }
            column.add(cell, line);
        }
        rows++;
    }

    /**
     * All rows that were added.
     *
     * @throws federarium.scenario.BadInputException if they are too few, too many, or of one class
     */
    RawRows rows() {
        if (rows == 0) {
            throw file.problem(
                    1,
                    dropped == 0
                            ? "has a header but no rows"
                            : "all %d rows have gaps; allowed: missing: mean, or ignore: a column"
                                    .formatted(dropped));
        }
        List<String> classNames = labels.vocabulary().names();
        if (classNames.size() < 2) {
            throw file.problem(
                    1,
                    columns.label(),
                    "every row is '%s'; allowed: two classes or more"
                            .formatted(classNames.getFirst()));
        }
        List<String> featureNames =
                features.stream().flatMap(feature -> feature.featureNames().stream()).toList();
        return new RawRows(
                featureValues(featureNames.size()),
                labels.places(),
                featureNames,
                classNames,
                split == null ? null : split.test(),
                owners == null ? new int[0] : owners.places(),
                owners == null ? List.of() : owners.vocabulary().names());
    }

    private float[] featureValues(int width) {
        if ((long) rows * width > Integer.MAX_VALUE - 8) {
            throw file.problem(
                    1,
                    "%d rows of %d features; allowed: at most %d values"
                            .formatted(rows, width, Integer.MAX_VALUE - 8));
        }
        float[] values = new float[rows * width];
        int offset = 0;
        for (CsvColumn.Feature feature : features) {
            feature.writeTo(values, offset, width);
            offset += feature.featureNames().size();
        }
        return values;
    }
}
