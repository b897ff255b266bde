package federarium.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario.DataSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    private static final DataSpec SPEC = BuiltInScenarios.open("digits").data();

    @TempDir private Path folder;

    @Test
    void aCopyAndAPackedCopyAreTheSameFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
        Path copy = Files.writeString(folder.resolve("b.csv"), "x,y\n1,2\n");
        Path packed = folder.resolve("c.csv.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, bytes);
        }

        assertEquals(Fingerprint.ofFile(file.toString()), Fingerprint.ofFile(copy.toString()));
        assertEquals(Fingerprint.ofFile(file.toString()), Fingerprint.ofFile(packed.toString()));
    }

    @Test
    void aChangedByteMakesAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
        String before = Fingerprint.ofFile(file.toString());
        Files.writeString(file, "x,y\n1,3\n");

        assertNotEquals(before, Fingerprint.ofFile(file.toString()));
    }

    @Test
    void aDealingIsWhoHoldsWhichRowsWhetherForTrainingOrForTheTest() {
        String dealt = dealt(node(0, 1), node(2, 3));

        assertEquals(dealt, dealt(node(1, 0), node(3, 2)));
        assertNotEquals(dealt, dealt(node(0, 2), node(1, 3)));
    }

    @Test
    void rowsOfOtherColumnsAreNotTheSame() {
        List<NodeRows> nodes = List.of(node(0, 1));

        assertNotEquals(
                Fingerprint.ofDealing(SPEC, nodes),
                Fingerprint.ofDealing(
                        BuiltInScenarios.open("digits").with("data.missing", "mean").data(),
                        nodes));
    }

    private static String dealt(NodeRows... nodes) {
        return Fingerprint.ofDealing(SPEC, List.of(nodes));
    }

    private static NodeRows node(int train, int test) {
        return new NodeRows("c", "c", new int[] {train}, new int[] {test});
    }
}
