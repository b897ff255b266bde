package federarium.data.partition;

import federarium.scenario.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows to be dealt, and what a rule may know of them: their labels and whose they are. */
public final class Deck {
    private final int[] rows;
    private final int[] labels;
    private final int classes;
    private final int[] owners;
    private final List<String> ownerNames;

    /**
     * @param rows the rows to deal, ascending
     * @param labels the label of every row of the data, dealt or not
     * @param owners the natural client of every row, or empty where the data name none
     */
    public Deck(int[] rows, int[] labels, int classes, int[] owners, List<String> ownerNames) {
        this.rows = rows.clone();
        this.labels = labels;
        this.classes = classes;
        this.owners = owners;
        this.ownerNames = List.copyOf(ownerNames);
    }

    int size() {
        return rows.length;
    }

    int classes() {
        return classes;
    }

    List<String> ownerNames() {
        return ownerNames;
    }

    int owner(int row) {
        return owners[row];
    }

    /** Refuses more nodes than rows. */
    void requireARowForEach(int nodes) {
        if (nodes > rows.length) {
            throw BadInputException.of(
                    "clients",
                    "%d nodes cannot share %d training rows; allowed: at most %d"
                            .formatted(nodes, rows.length, rows.length));
        }
    }

    /** The rows of this deck label by label. */
    int[][] byLabel() {
        return byLabel(rows);
    }

    /** Any rows of the data, label by label, each label's in the order given. */
    int[][] byLabel(int[] someRows) {
        IntStream.Builder[] piles = new IntStream.Builder[classes];
        Arrays.setAll(piles, _ -> IntStream.builder());
        for (int row : someRows) {
            piles[labels[row]].add(row);
        }
        return Arrays.stream(piles).map(pile -> pile.build().toArray()).toArray(int[][]::new);
    }
}
