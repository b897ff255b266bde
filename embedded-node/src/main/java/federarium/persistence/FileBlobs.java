package federarium.persistence;

import federarium.update.Weights;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Blobs in files: {@code ab/cdef…} under a directory, named by their hash.
 *
 * <p>A file is written under a temporary name and renamed, so to a process that is killed a name
 * stands for whole content; {@link #force} makes that true of a power cut, and until then the hash
 * tells. A blob that a crash left without a reference is taken up again when the resumed run
 * arrives at the same parameters. Content goes through streams: a channel would be closed when its
 * thread is interrupted.
 */
final class FileBlobs implements Blobs {
    private final Path directory;
    private final Queue<String> unforced = new ConcurrentLinkedQueue<>();

    FileBlobs(Path directory) {
        this.directory = directory;
    }

    @Override
    public String put(Weights weights) {
        byte[] bytes = weights.toBytes();
        String sha256 = sha256(bytes);
        Path file = file(sha256);
        try {
            if (!holds(file, bytes)) {
                write(folder(sha256), file, bytes);
                unforced.add(sha256);
            }
        } catch (IOException e) {
            throw Causes.writing(directory, e);
        }
        return sha256;
    }

    @Override
    public Weights get(String sha256) {
        Path file = file(sha256);
        byte[] bytes;
        try {
            bytes = read(file);
        } catch (FileNotFoundException e) {
            throw unusable(file, "is missing");
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + Causes.of(e) + ")");
        }
        if (!sha256(bytes).equals(sha256)) {
            throw unusable(file, "is damaged: its content no longer has the hash in its name");
        }
        return Weights.fromBytes(bytes);
    }

    @Override
    public void delete(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw Causes.writing(directory, e);
        }
    }

    private Path file(String sha256) {
        return folder(sha256).resolve(sha256.substring(2));
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.exists(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(read(file), bytes);
    }

    private static byte[] read(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    private static void write(Path folder, Path file, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve(file.getFileName() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(bytes);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Forces to the disk what was put since the last time, and the names of it. */
    void force() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (String blob = unforced.poll(); blob != null; blob = unforced.poll()) {
            force(file(blob));
            folders.add(folder(blob));
        }
        if (!folders.isEmpty()) {
            folders.forEach(FileBlobs::forceNames);
            forceNames(directory);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            // Its run was deleted meanwhile.
        }
    }

    private static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories, and journals renames.
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static StorageException unusable(Path file, String cause) {
        return new StorageException(
                "%s %s; resume or fork from another round, or delete the run"
                        .formatted(file, cause));
    }
}
