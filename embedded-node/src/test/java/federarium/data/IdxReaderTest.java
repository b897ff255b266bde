package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    private static final String TWO_PICTURES = "00000803 00000002 00000001 00000003  00ff33 330000";
    private static final ImageShape SHAPE = new ImageShape(1, 3, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void dividesPixelsBy255() throws IOException {
        float[] target = new float[9];
        IdxReader.readImages(file(TWO_PICTURES), 2, SHAPE, target, 1);

        assertArrayEquals(new float[] {0, 0, 0, 0, 1, 0.2f, 0.2f, 0, 0}, target);
    }

    @Test
    void readsLabels() throws IOException {
        int[] target = new int[3];
        IdxReader.readLabels(file("00000801 00000002 0907"), 2, 10, target, 1);

        assertArrayEquals(new int[] {0, 9, 7}, target);
    }

    @Test
    void refusesWhatIsNotTheExpectedFile() {
        assertEquals("i.idx: cannot be read: it ends too early", refusal("000008"));
        assertEquals(
                "i.idx: begins with 00000801; an IDX file of pictures begins with 00000803",
                refusal("00000801 00000002 0907"));
        assertEquals(
                "i.idx: says that it holds 3 rows; expected 2",
                refusal("00000803 00000003 00000001 00000003 00"));
        assertEquals(
                "i.idx: pictures of 3 × 1 pixels; expected 1 × 3",
                refusal("00000803 00000002 00000003 00000001 00"));
        assertEquals(
                "i.idx: cannot be read: it ends too early",
                refusal("00000803 00000002 00000001 00000003 00ff33 33"));
        assertEquals("i.idx: goes on after its last row", refusal(TWO_PICTURES + "00"));
        assertEquals(
                "i.idx: label 10 in row 1; allowed: 0 to 9",
                Refusal.of(() ->
                        IdxReader.readLabels(
                                file("00000801 00000002 090a"), 2, 10, new int[2], 0)));
    }

    private String refusal(String hex) {
        return Refusal.of(() -> IdxReader.readImages(file(hex), 2, SHAPE, new float[6], 0));
    }

    private DataFile file(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new DataFile("i.idx", Files.write(folder.resolve("i.idx"), bytes));
    }
}
