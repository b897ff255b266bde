package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsFeaturesLabelsAndClients() throws IOException {
        RawRows rows =
                csv().read(
                                CsvFixture.PATIENTS,
                                Columns.of("ill").withClient("clinic").ignoring("sex"));

        assertEquals(List.of("age"), rows.featureNames);
        assertArrayEquals(new float[] {50, 40, 30}, rows.features);
        assertEquals(List.of("no", "yes"), rows.classNames);
        assertArrayEquals(new int[] {1, 0, 0}, rows.labels);
        assertEquals(List.of("Bonn", "Graz"), rows.ownerNames);
        assertArrayEquals(new int[] {1, 0, 1}, rows.owners);
        assertNull(rows.test);
    }

    @Test
    void makesOneIndicatorForEachValueOfACategoricalColumn() throws IOException {
        RawRows rows =
                csv().read(
                                CsvFixture.PATIENTS,
                                CsvFixture.columns(
                                        "ill", List.of(), List.of("sex"), List.of("clinic"), true));

        assertEquals(List.of("age", "sex=f", "sex=m"), rows.featureNames);
        assertArrayEquals(new float[] {50, 1, 0, 40, 0, 1, 30, 1, 0}, rows.features);
    }

    @Test
    void sortsNumericLabelsByNumberAndTakesOneAndOnePointZeroForOneClass() throws IOException {
        RawRows rows = csv().read("x,y\n1,10\n2,9\n3,9.0\n", Columns.of("y"));

        assertEquals(List.of("9", "10"), rows.classNames);
        assertArrayEquals(new int[] {1, 0, 0}, rows.labels);
    }

    @Test
    void dropsRowsWithGapsInColumnsThatAreUsed() throws IOException {
        String gaps = "x,unused,y\n1,,a\n,7,b\n3,7,\n4,7,b\n";
        RawRows rows =
                csv().read(gaps, CsvFixture.columns("y", List.of("x"), List.of(), List.of(), true));

        assertArrayEquals(new float[] {1, 4}, rows.features);
        assertArrayEquals(new int[] {0, 1}, rows.labels);
    }

    @Test
    void keepsGapsAsNotANumberWhereTheyAreToBeFilled() throws IOException {
        String gaps = "x,sex,y\n1,,a\n,f,b\n3,m,b\n";
        RawRows rows =
                csv().read(
                                gaps,
                                CsvFixture.columns(
                                        "y", List.of(), List.of("sex"), List.of(), false));

        float gap = Float.NaN;
        assertArrayEquals(new float[] {1, gap, gap, gap, 1, 0, 3, 0, 1}, rows.features);
    }

    @Test
    void dividesByAColumnOfWords() throws IOException {
        RawRows rows = csv().read("x,part,y\n1,train,a\n2,test,b\n", CsvFixture.splitBy("part"));

        assertEquals("[false, true]", Arrays.toString(rows.test));
        assertEquals(List.of("x"), rows.featureNames);
    }

    @Test
    void dividesByANumberWhichIsNoFeatureThen() throws IOException {
        RawRows rows =
                csv().read("x,day,y\n1,59,a\n2,60,b\n", Columns.of("y").withTestFrom("day", 60));

        assertEquals("[false, true]", Arrays.toString(rows.test));
        assertEquals(List.of("x"), rows.featureNames);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\r\n1,a\r\n2,b\r\n",
                "\uFEFFx,y\n1,a\n2,b",
                " x , y \n 1 , a \n\"2\", \"b\" \n\n",
            })
    void readsWhatSpreadsheetsWrite(String text) throws IOException {
        RawRows rows = csv().read(text, Columns.of("y"));

        assertEquals(List.of("x"), rows.featureNames);
        assertArrayEquals(new float[] {1, 2}, rows.features);
        assertEquals(List.of("a", "b"), rows.classNames);
    }

    @Test
    void readsGzip() throws IOException {
        RawRows rows =
                CsvReader.read(
                        csv().file(CsvFixture.gzip(CsvFixture.PATIENTS)),
                        Columns.of("ill").ignoring("sex", "clinic"));

        assertEquals(3, rows.rows());
    }

    private CsvFixture csv() {
        return new CsvFixture(folder);
    }
}
