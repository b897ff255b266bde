package federarium.host.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells for a terminal, every column as wide as its widest cell. */
final class Table {
    private static final String GAP = "  ";

    private final int texts;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param texts how many columns are texts and begin together; those after them are numbers and
     *     end together
     */
    Table(int texts) {
        this.texts = texts;
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    /** Every row has as many cells as the first. */
    void add(List<String> cells) {
        rows.add(cells);
    }

    /** Leaves out columns in which every cell is empty. */
    void print(PrintWriter out) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                if (widths[column] > 0) {
                    String space = " ".repeat(widths[column] - row.get(column).length());
                    line.append(line.isEmpty() ? "" : GAP);
                    line.append(column < texts ? "" : space);
                    line.append(row.get(column));
                    line.append(column < texts ? space : "");
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
