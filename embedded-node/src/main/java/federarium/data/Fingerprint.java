package federarium.data;

import federarium.scenario.BadInputException;
import federarium.scenario.Scenario.DataSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** What tells by its SHA-256, in hexadecimal digits, whether rows are the same as others were. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * Of a file's content, unpacked: a copy, a packed one too, has the same, and a changed byte
     * makes another.
     *
     * @throws BadInputException if it cannot be read
     */
    public static String ofFile(String path) {
        DataFile file = DataFile.onDisk(path);
        try (InputStream content = file.open()) {
            return digested(content::transferTo);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /**
     * Of which node holds which rows of a file, for training or for the test: rows are numbered
     * among those that were read, so what was read of the file is part of it.
     */
    public static String ofDealing(DataSpec spec, List<NodeRows> nodes) {
        List<Object> read =
                List.of(
                        String.valueOf(spec.label()),
                        String.valueOf(spec.client()),
                        String.valueOf(spec.split()),
                        spec.features(),
                        spec.categorical(),
                        spec.ignore(),
                        spec.missing());
        try {
            return digested(bytes -> {
                bytes.write(read.toString().getBytes(StandardCharsets.UTF_8));
                for (NodeRows node : nodes) {
                    bytes.write(rows(node).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written anywhere", e);
        }
    }

    /**
     * Of rows as they are learned from, and of which node holds which: whoever has the same comes
     * to the same model. Features are little-endian float32, row by row; then the labels, and every
     * node's training and test rows, as little-endian 32-bit numbers.
     */
    public static String ofRows(FederatedData data) {
        Dataset rows = data.dataset();
        ByteBuffer row =
                ByteBuffer.allocate(rows.width() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] features = new float[rows.width()];
        try {
            return digested(bytes -> {
                for (int i = 0; i < rows.rows(); i++) {
                    rows.copyRow(i, features, 0);
                    row.asFloatBuffer().put(features);
                    bytes.write(row.array());
                }
                int[] labels = IntStream.range(0, rows.rows()).map(rows::label).toArray();
                bytes.write(numbers(labels));
                for (NodeRows node : data.nodes()) {
                    bytes.write(numbers(node.train()));
                    bytes.write(numbers(node.test()));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written anywhere", e);
        }
    }

    /** How many there are, and they themselves. */
    private static byte[] numbers(int[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate((values.length + 1) * Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(values.length);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static String rows(NodeRows node) {
        int[] all = Arrays.copyOf(node.train(), node.train().length + node.test().length);
        System.arraycopy(node.test(), 0, all, node.train().length, node.test().length);
        Arrays.sort(all);
        return "\n" + Arrays.toString(all);
    }

    private interface Writing {
        void to(OutputStream bytes) throws IOException;
    }

    private static String digested(Writing content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.to(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
