package federarium.identity;

import federarium.identity.Identities.Claimed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another process that claims a node, and says which. */
final class ClaimingProcess {
    private ClaimingProcess() {}

    static String claims(Path folder) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClaimingProcess.class.getName(),
                        folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    public static void main(String[] arguments) throws IOException {
        try (Claimed claimed = Identities.claim(Path.of(arguments[0]))) {
            System.out.println(claimed.name());
        }
    }
}
