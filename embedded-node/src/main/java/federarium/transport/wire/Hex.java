package federarium.transport.wire;

import federarium.privacy.secagg.Octets;
import federarium.transport.frame.FrameException;
import java.math.BigInteger;
import java.util.HexFormat;

/** Hexadecimal as it comes from a stranger. */
final class Hex {
    /** No number in a message is longer. */
    private static final int LONGEST_NUMBER = 80;

    private Hex() {}

    static Octets octets(String text) {
        try {
            return Octets.copyOf(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new FrameException("%s is not hexadecimal".formatted(Envelope.shown(text)), e);
        }
    }

    static BigInteger number(String text) {
        if (!text.matches("[0-9a-f]{1,%d}".formatted(LONGEST_NUMBER))) {
            throw new FrameException(
                    "%s is no number of up to %d hexadecimal digits"
                            .formatted(Envelope.shown(text), LONGEST_NUMBER));
        }
        return new BigInteger(text, 16);
    }
}
