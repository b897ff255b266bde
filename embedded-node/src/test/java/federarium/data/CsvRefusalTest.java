package federarium.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be read, and what is said about them. */
class CsvRefusalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** In the texts, | ends a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                   → p.csv:1: is empty; allowed: a header and rows
                    x,y                  → p.csv:1: has a header but no rows
                    1,2|3,4              → p.csv:1: numbers only; the first line has to name the columns
                    x;y|1;a              → p.csv:1: columns are not separated by commas; allowed: commas
                    x,,y|1,2,a           → p.csv:1: column 2 has no name
                    x,x,y|1,2,a          → p.csv:1: x: names two columns; allowed: a name of its own each
                    x,z|1,a              → p.csv:1: label: there is no column 'y'; allowed: x, z
                    y|a|b                → p.csv:1: no column is left to learn from
                    x,y|1,a|2,b,7        → p.csv:3: has 3 cells; allowed: 2, as many as the header
                    x,y|1,a||2           → p.csv:4: has 1 cells; allowed: 2, as many as the header
                    x,y|1,a|tall,b       → p.csv:3: x: 'tall' is not a finite number; allowed: a number, nothing for a gap, or the column under categorical: or ignore:
                    x,y|1,a|NaN,b        → p.csv:3: x: 'NaN' is not a finite number; allowed: a number, nothing for a gap, or the column under categorical: or ignore:
                    x,y|-Infinity,a|2,b  → p.csv:2: x: '-Infinity' is not a finite number; allowed: a number, nothing for a gap, or the column under categorical: or ignore:
                    x,y|1e39,a|2,b       → p.csv:2: x: '1e39' is not a finite number; allowed: a number, nothing for a gap, or the column under categorical: or ignore:
                    x,y|1f,a|2,b         → p.csv:2: x: '1f' is not a finite number; allowed: a number, nothing for a gap, or the column under categorical: or ignore:
                    x,y|1,a|2,a          → p.csv:1: y: every row is 'a'; allowed: two classes or more
                    x,y|,a|2,            → p.csv:1: all 2 rows have gaps; allowed: missing: mean, or ignore: a column
                    """)
    void namesFileLineAndColumn(String text, String message) {
        assertEquals(message, refusal(text, Columns.of("y")));
    }

    @Test
    void refusesColumnsThatAreNotThereOrHaveTwoUses() {
        String text = "x,z,y\n1,2,a\n3,4,b\n";

        assertEquals(
                "p.csv:1: features: there is no column 'w'; allowed: x, z, y",
                refusal(text, CsvFixture.columns("y", List.of("w"), List.of(), List.of(), true)));
        assertEquals(
                "p.csv:1: categorical: there is no column 'w'; allowed: x, z, y",
                refusal(text, CsvFixture.columns("y", List.of(), List.of("w"), List.of(), true)));
        assertEquals(
                "p.csv:1: ignore: there is no column 'w'; allowed: x, z, y",
                refusal(text, CsvFixture.columns("y", List.of(), List.of(), List.of("w"), true)));
        assertEquals(
                "p.csv:1: client: there is no column 'w'; allowed: x, z, y",
                refusal(text, Columns.of("y").withClient("w")));
        assertEquals(
                "p.csv:1: split: there is no column 'w'; allowed: x, z, y",
                refusal(text, Columns.of("y").withTestFrom("w", 1)));
        assertEquals(
                "p.csv:1: features: 'y' is the label",
                refusal(
                        text,
                        CsvFixture.columns("y", List.of("x", "y"), List.of(), List.of(), true)));
        assertEquals(
                "p.csv:1: categorical: 'y' is the label",
                refusal(text, CsvFixture.columns("y", List.of(), List.of("y"), List.of(), true)));
        assertEquals(
                "p.csv:1: ignore: 'y' is the label",
                refusal(text, CsvFixture.columns("y", List.of(), List.of(), List.of("y"), true)));
        assertEquals(
                "p.csv:1: split: 'y' is the label",
                refusal(text, Columns.of("y").withTestFrom("y", 1)));
        assertEquals(
                "p.csv:1: features: 'x' is under ignore: too",
                refusal(
                        text,
                        CsvFixture.columns("y", List.of("x"), List.of(), List.of("x"), true)));
        assertEquals(
                "p.csv:1: features: 'x' is the column for client: or split:",
                refusal(
                        text,
                        CsvFixture.columns("y", List.of("x"), List.of(), List.of(), true)
                                .withClient("x")));
    }

    @Test
    void refusesOtherWordsThanTrainAndTest() {
        assertEquals(
                "p.csv:3: part: 'Test'; allowed: train or test",
                refusal("x,part,y\n1,train,a\n2,Test,b\n", CsvFixture.splitBy("part")));
        assertEquals(
                "p.csv:2: day: 'Monday' is not a finite number; allowed: a number",
                refusal("x,day,y\n1,Monday,a\n2,3,b\n", Columns.of("y").withTestFrom("day", 2)));
    }

    @Test
    void aGapInTheLabelCannotBeFilledWithAMean() {
        assertEquals(
                "p.csv:3: y: is empty; allowed: a value, or missing: drop",
                refusal(
                        "x,y\n1,a\n2,\n",
                        CsvFixture.columns("y", List.of(), List.of(), List.of(), false)));
    }

    @Test
    void refusesALabelWithEndlesslyManyValues() {
        StringBuilder text = new StringBuilder("x,price\n");
        for (int row = 0; row < 1500; row++) {
            text.append("1,").append(row).append(".5\n");
        }
        assertEquals(
                "p.csv:1002: price: has more than 1000 different values; allowed: at most that"
                        + " many",
                refusal(text.toString(), Columns.of("price")));
    }

    @Test
    void saysWhereAnUnclosedQuoteIs() {
        String message = "p.csv:3: a quote is not closed; allowed: quotes around a whole cell";

        assertEquals(message, refusal("x,y\n1,a\n\"2,b\n3,c\n", Columns.of("y")));
        assertEquals(message, refusal("x,y\n1,a\n\"2\" or so,b\n3,c\n", Columns.of("y")));
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Columns columns = Columns.of("y");

        assertEquals(
                "p.csv: cannot be read: there is no such file",
                Refusal.of(() ->
                        CsvReader.read(new DataFile("p.csv", folder.resolve("no")), columns)));
        assertEquals(
                "p.csv: cannot be read: it is a folder",
                Refusal.of(() -> CsvReader.read(new DataFile("p.csv", folder), columns)));
        DataFile latin1 = csv().file("größe,y\n1,a\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "p.csv: cannot be read: it is not UTF-8 text",
                Refusal.of(() -> CsvReader.read(latin1, columns)));
    }

    @Test
    void namesDamagedGzip() throws IOException {
        byte[] whole = CsvFixture.gzip(CsvFixture.PATIENTS + "Linz,20,m,no\n".repeat(100));
        DataFile cut = csv().file(Arrays.copyOf(whole, whole.length - 12));
        assertEquals(
                "p.csv: cannot be read: it ends too early",
                Refusal.of(() -> CsvReader.read(cut, Columns.of("ill").ignoring("sex", "clinic"))));

        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1;
        DataFile damaged = csv().file(flipped);
        assertEquals(
                "p.csv: cannot be read: its gzip packing is damaged",
                Refusal.of(() ->
                        CsvReader.read(damaged, Columns.of("ill").ignoring("clinic", "sex"))));
    }

    private String refusal(String text, Columns columns) {
        return Refusal.of(() -> csv().read(text.replace('|', '\n'), columns));
    }

    private CsvFixture csv() {
        return new CsvFixture(folder);
    }
}
