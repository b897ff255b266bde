package federarium.transport.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.transport.frame.Frame;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.FrameFormat;
import federarium.transport.frame.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final Envelope ENVELOPE = envelope("{}");

    private static Envelope envelope(String body) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("delta", Tensor.of(1));
        return new Envelope("clientUpdate", "k3x9", 2, 17, body, tensors, null);
    }

    @Test
    void travelsAsAFrame() {
        Envelope signed = ENVELOPE.signed(_ -> new byte[] {1, 2});
        Envelope read = Envelope.of(FrameFormat.read(FrameFormat.write(signed.frame())));
        assertArrayEquals(new byte[] {1, 2}, read.signatureBytes());
        assertArrayEquals(ENVELOPE.signedText(), read.signedText());
        assertEquals(17, read.seq());
    }

    /** SHA-256 of {@code {}} and of the bytes 01 00 00 00. */
    @Test
    void whatIsSignedCoversEveryByteThatCounts() {
        assertEquals(
                """
                federarium 1
                k3x9
                2 17
                clientUpdate
                44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
                67abdd721024f0ff4e0b3f4c2fc13bc5bad42d0b7851d456d88d203d15aaa450
                """,
                new String(ENVELOPE.signedText(), StandardCharsets.UTF_8));
        assertFalse(Arrays.equals(ENVELOPE.signedText(), envelope("{ }").signedText()));
    }

    @Test
    void aSignatureThatIsNoneIsEmpty() {
        assertEquals(0, ENVELOPE.signatureBytes().length);
        assertEquals(0, with("signature", "%%%").signatureBytes().length);
    }

    @ParameterizedTest
    @CsvSource({
        "federarium,2,protocol 2",
        "epoch,0,whole number",
        "seq,-1,whole number",
        "seq,9999999999999999999,whole number",
        "shell,x,no message has a field shell",
    })
    void refusesWhatIsNoMessageOfThisProtocol(String field, String value, String part) {
        String sentence =
                String.valueOf(
                        assertThrows(FrameException.class, () -> with(field, value)).getMessage());
        assertTrue(sentence.contains(part), sentence);
    }

    private static Envelope with(String field, String value) {
        Frame frame = ENVELOPE.frame();
        SequencedMap<String, String> fields = new LinkedHashMap<>(frame.fields());
        fields.put(field, value);
        return Envelope.of(new Frame(fields, frame.tensors()));
    }
}
