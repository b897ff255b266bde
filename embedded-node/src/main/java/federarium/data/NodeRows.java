package federarium.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of one node, as row numbers of the {@link Dataset}. */
public final class NodeRows {
    private final String id;
    private final String name;
    private final int[] train;
    private final int[] test;

    /** Takes the arrays over: the caller must not write to them again. */
    public NodeRows(String id, String name, int[] train, int[] test) {
        this.id = id;
        this.name = name;
        this.train = train;
        this.test = test;
    }

    /** The id of a seat: c01 for index 0. */
    public static String id(int index) {
        return String.format(Locale.ROOT, "c%02d", index + 1);
    }

    public String id() {
        return id;
    }

    /** What the data call it, such as a hospital's name; else its id. */
    public String name() {
        return name;
    }

    /** Its training rows, ascending; not to be written to. At least one. */
    public int[] train() {
        return train;
    }

    /** Its test rows, ascending; not to be written to. */
    public int[] test() {
        return test;
    }

    /** How many training rows it has of each class. */
    public List<Integer> labelCounts(Dataset dataset) {
        int[] counts = new int[dataset.classes()];
        for (int row : train) {
            counts[dataset.label(row)]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    @Override
    public String toString() {
        return "NodeRows[%s, %d train, %d test]".formatted(name, train.length, test.length);
    }
}
