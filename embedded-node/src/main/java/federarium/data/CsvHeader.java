package federarium.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The first line of a CSV file: the names of its columns. */
final class CsvHeader {
    /** How many names fit into a message. */
    private static final int MOST_NAMES = 30;

    private final DataFile file;
    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    private CsvHeader(DataFile file, List<String> names) {
        this.file = file;
        this.names = names;
    }

    /**
     * Reads a header.
     *
     * @throws federarium.scenario.BadInputException if a column has no name, or that of another, or
     *     if this looks like no header
     */
    static CsvHeader of(DataFile file, CSVRecord record) {
        List<String> names = record.stream().map(CsvHeader::withoutByteOrderMark).toList();
        CsvHeader header = new CsvHeader(file, names);
        if (names.size() == 1 && names.getFirst().matches(".*[;\t].*")) {
            throw file.problem(1, "columns are not separated by commas; allowed: commas");
        }
        if (names.stream().noneMatch(name -> Double.isNaN(Numbers.parse(name)))) {
            throw file.problem(1, "numbers only; the first line has to name the columns");
        }
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (name.isEmpty()) {
                throw file.problem(1, "column " + (index + 1) + " has no name");
            }
            if (header.indices.put(name, index) != null) {
                throw file.problem(1, name, "names two columns; allowed: a name of its own each");
            }
        }
        return header;
    }

    List<String> names() {
        return names;
    }

    String name(int index) {
        return names.get(index);
    }

    /** Where the column is that the scenario's key names. */
    int index(String key, String column) {
        Integer index = indices.get(column);
        if (index == null) {
            throw file.problem(
                    1, key, "there is no column '%s'; allowed: %s".formatted(column, someNames()));
        }
        return index;
    }

    private String someNames() {
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? some : some + ", … (%d in all)".formatted(names.size());
    }

    void requireWidth(CSVRecord record, long line) {
        if (record.size() != names.size()) {
            throw file.problem(
                    line,
                    "has %d cells; allowed: %d, as many as the header"
                            .formatted(record.size(), names.size()));
        }
    }

    private static String withoutByteOrderMark(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }
}
