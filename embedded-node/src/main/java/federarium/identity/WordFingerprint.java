package federarium.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A few words that two people can compare by voice: the first bytes of a SHA-256, a word of 256 for
 * each. Five words are 40 bits: whoever wants another key with the same words has to make about
 * 2⁴⁰, a trillion, of them.
 */
public final class WordFingerprint {
    static final int WORDS = 5;

    private WordFingerprint() {}

    /** Of a node's key. */
    public static String of(PublicIdentity node) {
        return of("federarium node\n" + node.text());
    }

    /** Of all nodes of a run, in client order: who is in a secure sum with whom. */
    public static String of(List<PublicIdentity> roster) {
        List<String> keys = roster.stream().map(PublicIdentity::text).toList();
        return of("federarium roster\n" + String.join("\n", keys));
    }

    private static String of(String text) {
        byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(Holder.ALL.get(Byte.toUnsignedInt(digest[i])));
        }
        return String.join("-", words);
    }

    static List<String> all() {
        return Holder.ALL;
    }

    private static final class Holder {
        static final List<String> ALL = read();

        private static List<String> read() {
            try (InputStream words =
                    Objects.requireNonNull(
                            WordFingerprint.class.getResourceAsStream("words.txt"))) {
                return new String(words.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
