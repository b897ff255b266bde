package federarium.persistence;

import federarium.update.Weights;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another process that uses a store; it commits round after round and says what is safe. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private long safe;

    private StoreProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    static StoreProcess start(Path home) throws IOException {
        return new StoreProcess(
                new ProcessBuilder(command(home)).redirectErrorStream(true).start());
    }

    /** Under bash, which runs {@code prelude} first, such as a limit on the size of files. */
    static StoreProcess startAfter(String prelude, Path home) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", prelude + " && exec \"$@\""));
        command.add("bash");
        command.addAll(command(home));
        return new StoreProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                home.toString());
    }

    long pid() {
        return process.pid();
    }

    /** The next line it says; fails if it has ended. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new AssertionError("the process ended");
        }
        note(line);
        return line;
    }

    /** The last number it said to be safe. */
    long safe() {
        return safe;
    }

    /** Ends it without notice, and hears what it had said until then. */
    void kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would close its output
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            note(line);
        }
        process.waitFor();
    }

    private void note(String line) {
        if (line.startsWith("safe ") && line.endsWith(".")) {
            safe = Long.parseLong(line.substring("safe ".length(), line.length() - 1));
        }
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }

    /** Commits rounds of three events for as long as it can, then proves that it can still read. */
    public static void main(String[] arguments) {
        try (RunStore store = RunStore.open(Path.of(arguments[0]))) {
            String run = store.create("loop", "{}", 1, Integer.MAX_VALUE, null).id();
            System.out.println("run " + run);
            try {
                for (int round = 1; ; round++) {
                    store.commit(
                            run, SampleEvents.round(round, 2, 3L * round - 2), checkpoint(round));
                    System.out.println("safe " + 3L * round + ".");
                }
            } catch (StorageException e) {
                System.out.println("stopped " + e.getMessage());
                System.out.println("again " + sentenceOfAnotherCommit(store, run));
                System.out.println("readable " + store.events(run).size());
                System.out.println("latest " + store.latest(run).orElseThrow().round());
            }
        } catch (StorageException e) {
            System.out.println("refused " + e.getMessage());
            System.exit(2);
        }
    }

    static Checkpoint checkpoint(int round) {
        return new Checkpoint(round, Map.of("model", Weights.copyOf(round, round + 0.5f)));
    }

    private static String sentenceOfAnotherCommit(RunStore store, String run) {
        return Refusals.sentence(
                () -> store.append(run, SampleEvents.round(0, 100_000, store.lastSeq(run) + 1)));
    }
}
