package federarium.host;

import federarium.identity.PrivateFile;
import federarium.transport.SignedLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The list of survivors that a node has signed last, in a file: a round, then its clients. */
final class KeptLists extends SignedLists {
    private final Path file;

    private KeptLists(Path file, int round, List<Integer> survivors) {
        super(round, survivors);
        this.file = file;
    }

    /** What a file says, or nothing if there is none. */
    static SignedLists in(Path file) {
        if (!Files.exists(file)) {
            return new KeptLists(file, 0, List.of());
        }
        try {
            List<Integer> numbers =
                    Arrays.stream(
                                    Files.readString(file, StandardCharsets.US_ASCII)
                                            .strip()
                                            .split(" "))
                            .map(Integer::valueOf)
                            .toList();
            return new KeptLists(file, numbers.getFirst(), numbers.subList(1, numbers.size()));
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException(
                    file + ": which list the node has signed cannot be read; it signs no other", e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is of a run that is over, and never read again.
        }
    }

    @Override
    protected void keep(int round, List<Integer> survivors) {
        String numbers = survivors.stream().map(String::valueOf).collect(Collectors.joining(" "));
        byte[] text = "%d %s\n".formatted(round, numbers).getBytes(StandardCharsets.US_ASCII);
        try {
            PrivateFile.write(file, out -> out.write(text));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
