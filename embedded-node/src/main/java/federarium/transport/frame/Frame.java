package federarium.transport.frame;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What one binary message holds.
 *
 * @param fields texts by name
 * @param tensors vectors by name, in the order in which they travel
 */
public record Frame(SequencedMap<String, String> fields, SequencedMap<String, Tensor> tensors) {

    public Frame {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    }

    /** The vectors' bytes, one after the other, as they travel behind the header. */
    public byte[] data() {
        byte[] data =
                new byte[tensors.values().stream().mapToInt(each -> each.bytes().length).sum()];
        int at = 0;
        for (Tensor tensor : tensors.values()) {
            System.arraycopy(tensor.bytes(), 0, data, at, tensor.bytes().length);
            at += tensor.bytes().length;
        }
        return data;
    }

    /** A field, or a sentence that it is missing. */
    public String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new FrameException("the message lacks its %s".formatted(name));
        }
        return value;
    }
}
