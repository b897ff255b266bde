package federarium.model.vector;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Handwritten digits from gzipped IDX files, pixels scaled to [0, 1]. */
record Digits(float[] pixels, int[] labels) {
    static final int WIDTH = 28 * 28;

    static Digits read(Path folder, String name) throws IOException {
        byte[] images = body(folder.resolve(name + "-images-idx3-ubyte.gz"), 16);
        byte[] labels = body(folder.resolve(name + "-labels-idx1-ubyte.gz"), 8);
        float[] pixels = new float[images.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (images[i] & 0xff) / 255f;
        }
        int[] classes = new int[labels.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[i];
        }
        return new Digits(pixels, classes);
    }

    private static byte[] body(Path file, int header) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }
}
