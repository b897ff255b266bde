package federarium.host;

import federarium.persistence.Checkpoint;
import federarium.persistence.EventJson;
import federarium.persistence.RunStore;
import federarium.projection.RoundPoint;
import federarium.scenario.BadInputException;
import federarium.update.Weights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kept run as files: summary.json, curve.csv, events.jsonl, settings.json and model.f32, the last
 * checkpoint's parameters as little-endian float32.
 */
public final class RunExport {
    private RunExport() {}

    /**
     * Writes a run.
     *
     * @param folder empty or not there yet
     * @return the files written
     * @throws BadInputException if the folder holds something already, or cannot be written
     */
    public static List<Path> write(RunStore store, String run, Path folder) {
        store.run(run);
        try {
            requireEmpty(folder);
            Files.createDirectories(folder);
            Path events = folder.resolve("events.jsonl");
            LoggedRun logged;
            try (BufferedWriter lines = Files.newBufferedWriter(events)) {
                logged = LoggedRun.read(store, run, event -> append(lines, EventJson.write(event)));
            }
            List<Path> files = new ArrayList<>(List.of(events));
            files.add(text(folder.resolve("summary.json"), Json.write(logged.summary()) + "\n"));
            files.add(text(folder.resolve("curve.csv"), curve(logged)));
            files.add(text(folder.resolve("settings.json"), logged.record().settings() + "\n"));
            Checkpoint last = store.latest(run).orElse(null);
            Weights model = last == null ? null : last.named().get("model");
            if (model != null) {
                files.add(Files.write(folder.resolve("model.f32"), model.toBytes()));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(
                    "--to: cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInputException("--to: " + folder + " is a file; allowed: a new folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new BadInputException(
                            "--to: " + folder + " holds something already; allowed: a new folder");
                }
            }
        }
    }

    private static Path text(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    private static void append(BufferedWriter lines, String line) {
        try {
            lines.write(line);
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String curve(LoggedRun logged) {
        StringBuilder csv = new StringBuilder("round,accuracy,loss,bytesUp,bytesDown,cohort\n");
        for (RoundPoint point : logged.state().points()) {
            csv.append(point.round()).append(',');
            csv.append(point.evaluation().accuracy()).append(',');
            csv.append(point.evaluation().loss()).append(',');
            csv.append(point.bytesUp()).append(',');
            csv.append(point.bytesDown()).append(',');
            csv.append(point.cohort().size()).append('\n');
        }
        return csv.toString();
    }
}
