package federarium.transport.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFormatTest {
    private static final String HEADER =
            "{\"__metadata__\":{\"a\":\"b\"},\"x\":{\"dtype\":\"U32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @Test
    void writesALengthAPaddedHeaderAndLittleEndianNumbers() {
        byte[] bytes = FrameFormat.write(frame(Map.of("a", "b"), "x", Tensor.of(1, -1)));
        String header = HEADER + " ".repeat(8 - HEADER.length() % 8);
        byte[] expected =
                ByteBuffer.allocate(8 + header.length() + 8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length())
                        .put(header.getBytes(StandardCharsets.UTF_8))
                        .putInt(1)
                        .putInt(-1)
                        .array();
        assertArrayEquals(expected, bytes);
        assertEquals(0, header.length() % 8);
    }

    @Test
    void readsWhatItWrote() {
        Frame read = FrameFormat.read(bytes(HEADER, 8));
        assertEquals(Map.of("a", "b"), read.fields());
        assertArrayEquals(new int[2], read.tensors().firstEntry().getValue().toInts());
        assertEquals(8, FrameFormat.read(FrameFormat.write(read)).data().length);
    }

    @Test
    void readsHeadersThatOthersDidNotPad() {
        assertEquals(Map.of(), FrameFormat.read(bytes("{\"__metadata__\":{}}", 0)).tensors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                     | 0 | no JSON",
                "[]                                    | 0 | no JSON object",
                "{}                                    | 0 | lacks __metadata__",
                "{'__metadata__':{'a':1}}              | 0 | a is no text",
                "{'__metadata__':{'a':'b','a':'c'}}    | 0 | Duplicate",
                "{'__metadata__':{}}                   | 1 | 1 bytes of data",
                "{'__metadata__':{},'x':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | 8 |"
                        + " type",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | 8 |"
                        + " fill",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 |"
                        + " within 4",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 |"
                        + " expected from 0",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[-1],'data_offsets':[4,0]}} | 8 |"
                        + " none",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[1073741824],'data_offsets':[0,0]}}"
                        + " | 0 | fill",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[1e3],'data_offsets':[0,4000]}} |"
                        + " 4000 | none",
                "{'__metadata__':{},'x':{'dtype':'F32','shape':[1,1],'data_offsets':[0,4]}} | 4 |"
                        + " none",
                "{'__metadata__':{},'x':7} | 0 | type",
            })
    void refusesWithASentence(String header, int data, String part) {
        byte[] bytes = bytes(header.replace('\'', '"'), data);
        refused(() -> FrameFormat.read(bytes), part);
    }

    @Test
    void believesNoLengthThatIsNotThere() {
        byte[] bytes = bytes(HEADER, 8);
        for (long length : new long[] {-1, Long.MIN_VALUE, 1L << 40, bytes.length - 7}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            refused(() -> FrameFormat.read(bytes), "the header says that it has");
        }
        refused(() -> FrameFormat.read(new byte[7]), "no room");
    }

    /** Whatever is done to the bytes, reading them gives a frame or a sentence. */
    @Test
    void neverFailsOtherwiseOnDamagedBytes() {
        long seed = 7;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] whole = bytes(HEADER, 8);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 4));
            for (int k = random.nextInt(4); k > 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                FrameFormat.read(damaged);
            } catch (FrameException e) {
                assertNotNull(e.getMessage());
            }
        }
    }

    private static Frame frame(Map<String, String> fields, String name, Tensor tensor) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(name, tensor);
        return new Frame(new LinkedHashMap<>(fields), tensors);
    }

    private static byte[] bytes(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    private static void refused(Executable reading, String part) {
        String sentence = String.valueOf(assertThrows(FrameException.class, reading).getMessage());
        assertTrue(sentence.contains(part), sentence);
    }
}
