package federarium.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One column of a CSV file, filled cell by cell. */
sealed interface CsvColumn {
    int FIRST_SIZE = 1024;

    /**
     * Adds the next cell; an empty one is a gap.
     *
     * @throws federarium.scenario.BadInputException if the column cannot hold it
     */
    void add(String cell, long line);

    /** A column to learn from: one feature, or one for each of its values. */
    sealed interface Feature extends CsvColumn {
        List<String> featureNames();

        /** Writes row r to target[offset + r·stride] and the places after it; NaN for a gap. */
        void writeTo(float[] target, int offset, int stride);
    }

    /** Numbers. */
    final class OfNumbers implements Feature {
        private final DataFile file;
        private final String name;
        private float[] cells = new float[FIRST_SIZE];
        private int size;

        OfNumbers(DataFile file, String name) {
            this.file = file;
            this.name = name;
        }

        @Override
        public void add(String cell, long line) {
            double number = Numbers.parse(cell);
            if (Double.isNaN(number) && !cell.isEmpty()) {
                throw file.problem(
                        line,
                        name,
                        "'"
                                + cell
                                + "' is not a finite number; allowed: a number, nothing for a gap,"
                                + " or the column under categorical: or ignore:");
            }
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, size * 2);
            }
            cells[size++] = (float) number;
        }

        @Override
        public List<String> featureNames() {
            return List.of(name);
        }

        @Override
        public void writeTo(float[] target, int offset, int stride) {
            for (int row = 0; row < size; row++) {
                target[offset + row * stride] = cells[row];
            }
        }
    }

    /** Words, such as class names or whose row it is. */
    final class OfWords implements Feature {
        static final int MAX_WORDS = 1000;
        private static final int GAP = -1;

        private final DataFile file;
        private final String name;
        private final int maxWords;
        private final Map<String, Integer> codes = new LinkedHashMap<>();
        private int[] cells = new int[FIRST_SIZE];
        private int size;

        OfWords(DataFile file, String name, int maxWords) {
            this.file = file;
            this.name = name;
            this.maxWords = maxWords;
        }

        @Override
        public void add(String cell, long line) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, size * 2);
            }
            cells[size++] = cell.isEmpty() ? GAP : codes.computeIfAbsent(cell, _ -> codes.size());
            if (codes.size() > maxWords) {
                throw file.problem(
                        line,
                        name,
                        "has more than %d different values; allowed: at most that many"
                                .formatted(maxWords));
            }
        }

        Vocabulary vocabulary() {
            return Vocabulary.of(codes.keySet());
        }

        /** For each row the place of its word in the vocabulary; −1 for a gap. */
        int[] places() {
            Map<String, Integer> places = vocabulary().places();
            int[] placeOfCode =
                    codes.keySet().stream()
                            .mapToInt(word -> places.getOrDefault(word, GAP))
                            .toArray();
            return Arrays.stream(cells, 0, size)
                    .map(code -> code == GAP ? GAP : placeOfCode[code])
                    .toArray();
        }

        @Override
        public List<String> featureNames() {
            List<String> names = new ArrayList<>();
            for (String word : vocabulary().names()) {
                names.add(name + "=" + word);
            }
            return names;
        }

        @Override
        public void writeTo(float[] target, int offset, int stride) {
            int[] places = places();
            int width = vocabulary().names().size();
            for (int row = 0; row < size; row++) {
                int at = offset + row * stride;
                Arrays.fill(target, at, at + width, places[row] == GAP ? Float.NaN : 0);
                if (places[row] != GAP) {
                    target[at + places[row]] = 1;
                }
            }
        }
    }

    /** The words train and test, or numbers that are test rows from some number on. */
    final class OfSplit implements CsvColumn {
        private final DataFile file;
        private final String name;
        private final double testFrom;
        private final BitSet test = new BitSet();
        private int size;

        /**
         * @param testFrom NaN where the column holds words
         */
        OfSplit(DataFile file, String name, double testFrom) {
            this.file = file;
            this.name = name;
            this.testFrom = testFrom;
        }

        @Override
        public void add(String cell, long line) {
            test.set(size++, Double.isNaN(testFrom) ? isTestWord(cell, line) : isLate(cell, line));
        }

        private boolean isTestWord(String cell, long line) {
            if (!cell.equals("train") && !cell.equals("test")) {
                throw file.problem(line, name, "'" + cell + "'; allowed: train or test");
            }
            return cell.equals("test");
        }

        private boolean isLate(String cell, long line) {
            double number = Numbers.parse(cell);
            if (Double.isNaN(number)) {
                throw file.problem(
                        line, name, "'" + cell + "' is not a finite number; allowed: a number");
            }
            return number >= testFrom;
        }

        boolean[] test() {
            boolean[] flags = new boolean[size];
            test.stream().forEach(row -> flags[row] = true);
            return flags;
        }
    }
}
