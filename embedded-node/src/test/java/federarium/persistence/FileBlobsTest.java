package federarium.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.update.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters of a store's checkpoints, in files named by their hash. */
class FileBlobsTest {
    private static final Weights MODEL = Weights.copyOf(1, -0f, Float.NaN, Float.MIN_VALUE);

    @TempDir Path home;

    @Test
    void writesIdenticalParametersOnce() throws IOException {
        try (RunStore store = RunStore.open(home)) {
            store.saveCheckpoint(
                    create(store), new Checkpoint(1, Map.of("model", MODEL, "best", MODEL)));
            store.saveCheckpoint(create(store), new Checkpoint(2, Map.of("model", MODEL)));
        }
        assertEquals(List.of(blob(MODEL)), blobs());
    }

    @Test
    void deletesARunWithTheBlobsThatNobodyElseRefersTo() throws IOException {
        Weights shared = Weights.copyOf(1);
        try (RunStore store = RunStore.open(home)) {
            String kept = create(store);
            String deleted = create(store);
            store.saveCheckpoint(kept, new Checkpoint(0, Map.of("model", shared)));
            store.saveCheckpoint(deleted, new Checkpoint(0, Map.of("model", shared)));
            store.commit(
                    deleted,
                    SampleEvents.round(1, 1, 1),
                    new Checkpoint(1, Map.of("model", Weights.copyOf(2))));
            String message = Refusals.sentence(() -> store.delete(deleted));
            assertTrue(message.endsWith("is running; stop it first"), message);

            store.setState(deleted, RunState.INTERRUPTED);
            store.delete(deleted);

            assertEquals(List.of(kept), store.runs().stream().map(RunRecord::id).toList());
            assertEquals(List.of(blob(shared)), blobs());
            assertTrue(store.latest(kept).isPresent());
            Refusals.sentence(() -> store.events(deleted));
        }
    }

    @Test
    void namesTheFileOfABlobThatIsDamagedOrMissing() throws IOException {
        try (RunStore store = RunStore.open(home)) {
            String run = create(store);
            store.saveCheckpoint(run, new Checkpoint(0, Map.of("model", MODEL)));
            byte[] bytes = Files.readAllBytes(blob(MODEL));
            bytes[3] ^= 1;
            Files.write(blob(MODEL), bytes);

            String damaged = Refusals.sentence(() -> store.latest(run));
            assertTrue(damaged.startsWith(blob(MODEL) + " is damaged"), damaged);

            Files.delete(blob(MODEL));
            String missing = Refusals.sentence(() -> store.latest(run));
            assertTrue(missing.startsWith(blob(MODEL) + " is missing"), missing);
        }
    }

    @Test
    void goesOnFromTheNewestCheckpointThatIsWhole() throws IOException {
        try (RunStore store = RunStore.open(home)) {
            String run = create(store);
            Checkpoint whole = new Checkpoint(1, Map.of("model", Weights.zeros(4)));
            store.saveCheckpoint(run, whole);
            store.saveCheckpoint(run, new Checkpoint(2, Map.of("model", MODEL)));
            Files.write(blob(MODEL), new byte[0]);

            assertEquals(Optional.of(whole), store.latest(run));
            Refusals.sentence(() -> store.at(run, 2));
        }
    }

    @Test
    void replacesADamagedBlobWhenTheSameParametersComeAgain() throws IOException {
        try (RunStore store = RunStore.open(home)) {
            String run = create(store);
            Checkpoint checkpoint = new Checkpoint(0, Map.of("model", MODEL));
            store.saveCheckpoint(run, checkpoint);
            Files.write(blob(MODEL), new byte[16]);

            store.saveCheckpoint(run, checkpoint);

            assertEquals(Optional.of(checkpoint), store.latest(run));
        }
    }

    private static String create(RunStore store) {
        return store.create("digits", "{}", 1, 50, null).id();
    }

    private Path blob(Weights weights) {
        String sha256 = weights.sha256();
        return home.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private List<Path> blobs() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
