package federarium.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What lets its bearer in: 128 random bits.
 *
 * @param text in base64url, without padding
 */
public record Token(String text) {
    private static final int BYTES = 16;

    /**
     * @throws IllegalArgumentException if the text is none
     */
    public Token {
        Base64Text.require(text, BYTES, "the token");
    }

    public static Token drawn(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64Text.of(bytes));
    }

    /** Takes as long however much of another token fits. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Token(String that)
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII),
                        that.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Never the token itself: this ends up in logs. */
    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
