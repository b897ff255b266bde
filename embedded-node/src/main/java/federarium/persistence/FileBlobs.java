package federarium.persistence;

import federarium.update.Weights;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Blobs in files: {@code ab/cdef…} under a directory, named by their hash.
 *
 * <p>A file is written under a temporary name, forced to the disk and renamed, so a name stands for
 * whole content, even after a power cut. A blob that a crash left without a reference is taken up
 * again when the resumed run arrives at the same parameters. Content goes through streams: a
 * channel would be closed when its thread is interrupted.
 */
final class FileBlobs implements Blobs {
    private final Path directory;

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

    private void write(Path folder, Path file, byte[] bytes) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(directory);
        }
        Path temporary = folder.resolve(file.getFileName() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        force(folder);
    }

    /** Makes the names in a directory durable, where the platform opens directories at all. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows: a rename is journalled there.
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
