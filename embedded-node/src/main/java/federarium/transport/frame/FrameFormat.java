package federarium.transport.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Frames as bytes, in the layout of safetensors: the header's length as a little-endian unsigned
 * 64-bit number; the header, a JSON object in UTF-8, padded with spaces so that the data begin at a
 * multiple of 8; the data. The header has an entry {@code {"dtype":"F32","shape":[n],
 * "data_offsets":[from,to]}} for every vector, and the texts under {@code __metadata__}.
 *
 * <p>Reading trusts no length: every one is compared with the bytes that are there before anything
 * is made of it, and the vectors have to fill the data without a gap or an overlap.
 */
public final class FrameFormat {
    /** More than any header here needs. */
    public static final int LONGEST_HEADER = 1 << 20;

    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(8)
                                                    .maxStringLength(LONGEST_HEADER)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private FrameFormat() {}

    /** The frame as bytes. */
    public static byte[] write(Frame frame) {
        byte[] header = header(frame);
        byte[] data = frame.data();
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    private static byte[] header(Frame frame) {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject(METADATA);
        frame.fields().forEach(metadata::put);
        int at = 0;
        for (Map.Entry<String, Tensor> each : frame.tensors().entrySet()) {
            int end = at + each.getValue().bytes().length;
            ObjectNode entry = header.putObject(each.getKey());
            entry.put("dtype", each.getValue().type().name());
            entry.putArray("shape").add(each.getValue().size());
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /**
     * Reads what {@link #write}, or anybody else, wrote.
     *
     * @throws FrameException if it is no frame
     */
    public static Frame read(byte[] bytes) {
        int data = Long.BYTES + headerLength(bytes);
        ObjectNode header = header(bytes, data);
        SequencedMap<String, String> fields = fields(header.remove(METADATA));
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, JsonNode> each : header.properties()) {
            Span span = Span.of(each.getKey(), each.getValue());
            span.requireBegins(at, bytes.length - data);
            at = span.to();
            byte[] own = Arrays.copyOfRange(bytes, data + span.from(), data + span.to());
            tensors.put(each.getKey(), Tensor.owning(span.type(), own));
        }
        if (at != bytes.length - data) {
            throw new FrameException(
                    "the message has %d bytes of data, and its header speaks of %d"
                            .formatted(bytes.length - data, at));
        }
        return new Frame(fields, tensors);
    }

    private static int headerLength(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new FrameException(
                    "a message of %d bytes has no room for its header's length"
                            .formatted(bytes.length));
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long most = Math.min(LONGEST_HEADER, bytes.length - Long.BYTES);
        if (Long.compareUnsigned(length, most) > 0) {
            throw new FrameException(
                    "the header says that it has %s bytes; at most %d are there"
                            .formatted(Long.toUnsignedString(length), most));
        }
        return (int) length;
    }

    private static ObjectNode header(byte[] bytes, int end) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, Long.BYTES, end - Long.BYTES))
                            .toString();
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new FrameException("the header is no JSON object");
        } catch (CharacterCodingException e) {
            throw new FrameException("the header is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new FrameException("the header is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static SequencedMap<String, String> fields(@Nullable JsonNode metadata) {
        if (!(metadata instanceof ObjectNode object)) {
            throw new FrameException("the header lacks " + METADATA);
        }
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (!each.getValue().isTextual()) {
                throw new FrameException(each.getKey() + " is no text");
            }
            fields.put(each.getKey(), each.getValue().textValue());
        }
        return fields;
    }

    /** Where a vector lies. */
    private record Span(String name, Tensor.Type type, int from, int to) {

        static Span of(String name, JsonNode entry) {
            Tensor.Type type = type(name, entry.path("dtype"));
            int size = whole(name, entry.path("shape"), 1, 0);
            int from = whole(name, entry.path("data_offsets"), 2, 0);
            int to = whole(name, entry.path("data_offsets"), 2, 1);
            if (entry.size() != 3 || (long) size * type.bytes() != (long) to - from) {
                throw new FrameException(
                        "%s has %d numbers of %s, which do not fill the bytes from %d to %d"
                                .formatted(name, size, type, from, to));
            }
            return new Span(name, type, from, to);
        }

        void requireBegins(int at, int length) {
            if (from != at || to > length) {
                throw new FrameException(
                        "%s lies at bytes %d to %d; expected from %d and within %d"
                                .formatted(name, from, to, at, length));
            }
        }

        private static Tensor.Type type(String name, JsonNode dtype) {
            for (Tensor.Type type : Tensor.Type.values()) {
                if (type.name().equals(dtype.textValue())) {
                    return type;
                }
            }
            throw new FrameException(
                    "%s is of type %s; allowed: F32, U32, U8".formatted(name, dtype));
        }

        private static int whole(String name, JsonNode array, int size, int index) {
            JsonNode value = array.path(index);
            if (!(array instanceof ArrayNode)
                    || array.size() != size
                    || !value.isIntegralNumber()
                    || !value.canConvertToInt()
                    || value.intValue() < 0) {
                throw new FrameException(
                        "%s has a shape or place that is none: %s".formatted(name, array));
            }
            return value.intValue();
        }
    }
}
