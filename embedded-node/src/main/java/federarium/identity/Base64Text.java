package federarium.identity;

import java.util.Base64;

/** Bytes as text without padding, in the letters that a link may hold. */
final class Base64Text {
    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws IllegalArgumentException if the text is not so many bytes in exactly this form
     */
    static void require(String text, int bytes, String what) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            if (decoded.length == bytes && of(decoded).equals(text)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, for all that may be wrong with it.
        }
        throw new IllegalArgumentException(
                "%s is not %d bytes in base64url; copy the whole link".formatted(what, bytes));
    }
}
