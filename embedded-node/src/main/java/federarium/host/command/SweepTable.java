package federarium.host.command;

import federarium.host.Summary;
import federarium.host.Summary.Point;
import federarium.host.command.Variations.Variation;
import federarium.scenario.BadInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A sweep's results, a row a run: the varied keys, the seed, the figures, the run's id. */
final class SweepTable {
    private static final List<String> FIGURES =
            List.of("seed", "accuracy", "loss", "epsilon", "bytes", "trainSeconds", "run");

    private final @Nullable Path file;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table that goes to a file, which is tried before anything runs, or nowhere. */
    SweepTable(Collection<String> varied, @Nullable Path file) {
        this.file = file;
        List<String> header = new ArrayList<>(varied);
        header.addAll(FIGURES);
        rows.add(header);
        write();
    }

    void add(Variation variation, Summary summary) {
        List<String> row = new ArrayList<>(variation.values().values());
        row.add(Long.toString(summary.seed()));
        row.add(Double.toString(summary.finalFigures().accuracy()));
        row.add(Double.toString(summary.finalFigures().loss()));
        Double epsilon = summary.curve().getLast().epsilon();
        row.add(epsilon == null ? "" : Double.toString(epsilon));
        row.add(Long.toString(bytes(summary)));
        row.add(Double.toString(summary.timing().trainSeconds()));
        row.add(summary.run());
        rows.add(row);
    }

    private static long bytes(Summary summary) {
        return summary.curve().stream().mapToLong(SweepTable::bytes).sum();
    }

    private static long bytes(Point point) {
        return point.bytesUp() + point.bytesDown();
    }

    /** Writes what it holds by now. */
    void write() {
        if (file == null) {
            return;
        }
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecords(rows);
            csv.flush();
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new BadInputException("--csv: cannot write " + file, e);
        }
    }

    void print(PrintWriter out) {
        Table table = new Table(rows.getFirst().size() - FIGURES.size());
        rows.forEach(table::add);
        table.print(out);
    }
}
