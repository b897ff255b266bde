package federarium.transport.wire;

import federarium.transport.frame.Frame;
import federarium.transport.frame.FrameException;
import federarium.transport.frame.Tensor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One message between the coordinator and a node of another machine.
 *
 * @param type which message it is
 * @param session of the workshop
 * @param epoch which life of the coordinator it belongs to, from 1
 * @param seq number of the coordinator's question in that life, rising from 1; an answer has its
 *     question's
 * @param body the message's fields, as JSON
 * @param tensors its vectors
 * @param signature of the node over {@link #signedText}, in base64url; null on a question
 */
public record Envelope(
        String type,
        String session,
        long epoch,
        long seq,
        String body,
        SequencedMap<String, Tensor> tensors,
        @Nullable String signature) {
    /** The protocol's version. */
    public static final String PROTOCOL = "1";

    private static final Set<String> FIELDS =
            Set.of("federarium", "type", "session", "epoch", "seq", "body", "signature");

    /** As a frame. */
    public Frame frame() {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("federarium", PROTOCOL);
        fields.put("type", type);
        fields.put("session", session);
        fields.put("epoch", Long.toString(epoch));
        fields.put("seq", Long.toString(seq));
        fields.put("body", body);
        if (signature != null) {
            fields.put("signature", signature);
        }
        return new Frame(fields, tensors);
    }

    /**
     * Reads a frame.
     *
     * @throws FrameException if it is no message of this protocol
     */
    public static Envelope of(Frame frame) {
        String protocol = frame.field("federarium");
        if (!protocol.equals(PROTOCOL)) {
            throw new FrameException(
                    "the message is of protocol %s; this program speaks %s"
                            .formatted(shown(protocol), PROTOCOL));
        }
        for (String field : frame.fields().keySet()) {
            if (!FIELDS.contains(field)) {
                throw new FrameException("no message has a field " + shown(field));
            }
        }
        return new Envelope(
                frame.field("type"),
                frame.field("session"),
                number(frame, "epoch"),
                number(frame, "seq"),
                frame.field("body"),
                frame.tensors(),
                frame.fields().get("signature"));
    }

    private static long number(Frame frame, String name) {
        String text = frame.field(name);
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new FrameException(
                    "%s %s is no whole number from 1 on".formatted(name, shown(text)));
        }
        return Long.parseLong(text);
    }

    /** So much of a stranger's text as is safe to repeat. */
    static String shown(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
    }

    /**
     * What a node signs: six lines in ASCII, each with its line end, the last two the SHA-256 of
     * the body in UTF-8 and of the vectors' bytes, in lower-case hexadecimal.
     */
    public byte[] signedText() {
        HexFormat hex = HexFormat.of();
        return "federarium %s\n%s\n%d %d\n%s\n%s\n%s\n"
                .formatted(
                        PROTOCOL,
                        session,
                        epoch,
                        seq,
                        type,
                        hex.formatHex(sha256(body.getBytes(StandardCharsets.UTF_8))),
                        hex.formatHex(sha256(frame().data())))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a signature. */
    public Envelope signed(UnaryOperator<byte[]> signer) {
        return new Envelope(
                type,
                session,
                epoch,
                seq,
                body,
                tensors,
                Base64.getUrlEncoder().withoutPadding().encodeToString(signer.apply(signedText())));
    }

    /** The signature's bytes; none where it is missing or no base64url. */
    public byte[] signatureBytes() {
        try {
            return signature == null ? new byte[0] : Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
