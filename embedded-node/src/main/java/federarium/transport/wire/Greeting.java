package federarium.transport.wire;

import federarium.identity.Pin;
import java.nio.charset.StandardCharsets;

/**
 * What a node signs to show that it has its key: once for this connection, to this coordinator. A
 * machine between the two cannot hand it on, for its pin is another.
 */
public record Greeting(String session, String nonce, Pin pin, String name) {

    /** Five lines in UTF-8, each with its line end. */
    public byte[] signedText() {
        return "federarium %s hello\n%s\n%s\n%s\n%s\n"
                .formatted(Envelope.PROTOCOL, session, nonce, pin.text(), name)
                .getBytes(StandardCharsets.UTF_8);
    }
}
