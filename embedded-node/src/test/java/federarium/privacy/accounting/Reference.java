package federarium.privacy.accounting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Rows of a reference table; an empty cell is NaN. */
record Reference(CSVRecord row) {

    static List<Reference> rows(String file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader in =
                new InputStreamReader(
                        Reference.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return format.parse(in).stream().map(Reference::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reference> settings() {
        return rows("accountant.csv");
    }

    double get(String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    Charge charge() {
        return new Charge(get("sigma"), get("q"));
    }

    long steps() {
        return (long) get("steps");
    }

    double delta() {
        return get("delta");
    }

    @Override
    public String toString() {
        return String.join(",", row.values());
    }
}
