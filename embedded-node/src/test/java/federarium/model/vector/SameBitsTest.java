package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a flag is unknown, as on ARM, the child runs without it and must agree all the same. */
class SameBitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:UseAVX=0",
                "-XX:UseAVX=2",
                "-XX:UseAVX=3",
                "-XX:TieredStopAtLevel=1",
                "-Xint",
                "-Xcomp -XX:-TieredCompilation -XX:CompileCommand=quiet"
                        + " -XX:CompileCommand=compileonly,federarium.model.vector.*::*"
            })
    void comeFromAnotherMachineAsFromThisOne(String flags)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        assertEquals(Fingerprint.of(), childWith(flags));
    }

    private static String childWith(String flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Fingerprint.class.getName());
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = child.getInputStream().readAllBytes();
        assertEquals(0, child.waitFor());
        return new String(output, StandardCharsets.UTF_8).strip();
    }
}
