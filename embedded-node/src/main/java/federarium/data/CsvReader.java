package federarium.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads CSV: commas, a header, UTF-8, plain or gzip; an empty cell is a gap. */
final class CsvReader {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();

    private final DataFile file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line;

    private CsvReader(DataFile file, CSVParser parser) {
        this.file = file;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * Reads a file in one pass.
     *
     * @throws federarium.scenario.BadInputException naming file, line and column
     */
    static RawRows read(DataFile file, Columns columns) {
        // A decoder of our own, because the reader's own one hides what is not UTF-8.
        try (BufferedReader text =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.open(), StandardCharsets.UTF_8.newDecoder()));
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return new CsvReader(file, parser).read(columns);
        } catch (IOException | UncheckedIOException e) {
            throw file.unreadable(e);
        }
    }

    private RawRows read(Columns columns) {
        CSVRecord names = next();
        if (names == null) {
            throw file.problem(1, "is empty; allowed: a header and rows");
        }
        CsvHeader header = CsvHeader.of(file, names);
        CsvTable table = new CsvTable(file, header, columns);
        for (CSVRecord record = next(); record != null; record = next()) {
            header.requireWidth(record, line);
            table.add(record, line);
        }
        return table.rows();
    }

    /** The next record, or null after the last; line is then the one that it ends on. */
    private @Nullable CSVRecord next() {
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            line = parser.getCurrentLineNumber();
            return record;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw file.problem(
                        line + 1, "a quote is not closed; allowed: quotes around a whole cell");
            }
            throw e;
        }
    }
}
