package federarium.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV: commas, a header, UTF-8, plain or gzip; an empty cell is a gap. */
final class CsvReader {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();

    private CsvReader() {}

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
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw file.problem(1, "is empty; allowed: a header and rows");
            }
            CsvHeader header = CsvHeader.of(file, records.next());
            CsvTable table = new CsvTable(file, header, columns);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                header.requireWidth(record, parser.getCurrentLineNumber());
                table.add(record, parser.getCurrentLineNumber());
            }
            return table.rows();
        } catch (IOException | UncheckedIOException e) {
            throw file.unreadable(e);
        }
    }
}
