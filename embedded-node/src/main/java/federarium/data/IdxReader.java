package federarium.data;

import federarium.scenario.BadInputException;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Reads pictures and their labels in IDX, the format of MNIST: big-endian int32 magic 0x0803,
 * count, height, width, then one byte a pixel; labels magic 0x0801, count, then one byte each.
 */
final class IdxReader {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;

    private IdxReader() {}

    /**
     * Reads pictures into rows of {@code target}, from row {@code fromRow} on, pixels divided by
     * 255.
     *
     * @throws BadInputException if the file is no such file, damaged or of another size
     */
    static void readImages(
            DataFile file, int count, ImageShape shape, float[] target, int fromRow) {
        float[] scaled = new float[256];
        for (int level = 0; level < scaled.length; level++) {
            scaled[level] = level / 255f;
        }
        try (DataInputStream in = new DataInputStream(file.open())) {
            requireHeader(file, in, IMAGES, count);
            int height = in.readInt();
            int width = in.readInt();
            if (height != shape.height() || width != shape.width()) {
                throw new BadInputException(
                        "%s: pictures of %d × %d pixels; expected %d × %d"
                                .formatted(
                                        file.name(), height, width, shape.height(), shape.width()));
            }
            byte[] picture = new byte[height * width];
            int at = fromRow * picture.length;
            for (int row = 0; row < count; row++) {
                in.readFully(picture);
                for (byte level : picture) {
                    target[at++] = scaled[level & 0xff];
                }
            }
            requireEnd(file, in);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /**
     * Reads labels into {@code target}, from row {@code fromRow} on.
     *
     * @throws BadInputException if the file is no such file, damaged, of another size, or holds a
     *     label that is no class
     */
    static void readLabels(DataFile file, int count, int classes, int[] target, int fromRow) {
        try (DataInputStream in = new DataInputStream(file.open())) {
            requireHeader(file, in, LABELS, count);
            for (int row = 0; row < count; row++) {
                int label = in.readUnsignedByte();
                if (label >= classes) {
                    throw new BadInputException(
                            "%s: label %d in row %d; allowed: 0 to %d"
                                    .formatted(file.name(), label, row, classes - 1));
                }
                target[fromRow + row] = label;
            }
            requireEnd(file, in);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static void requireHeader(DataFile file, DataInputStream in, int magic, int count)
            throws IOException {
        int found = in.readInt();
        if (found != magic) {
            throw new BadInputException(
                    "%s: begins with %08x; an IDX file of %s begins with %08x"
                            .formatted(
                                    file.name(),
                                    found,
                                    magic == IMAGES ? "pictures" : "labels",
                                    magic));
        }
        int held = in.readInt();
        if (held != count) {
            throw new BadInputException(
                    "%s: says that it holds %d rows; expected %d"
                            .formatted(file.name(), held, count));
        }
    }

    private static void requireEnd(DataFile file, DataInputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new BadInputException(file.name() + ": goes on after its last row");
        }
    }
}
