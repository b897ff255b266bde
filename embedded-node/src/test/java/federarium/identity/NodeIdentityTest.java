package federarium.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdentityTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8032, section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void verifiesThePublishedSignatures(String key, String message, String signature) {
        PublicIdentity known = new PublicIdentity(Base64Text.of(HEX.parseHex(key)));
        byte[] signed = HEX.parseHex(signature);
        assertTrue(known.signed(HEX.parseHex(message), signed));
        signed[0] ^= 1;
        assertFalse(known.signed(HEX.parseHex(message), signed));
    }

    @Test
    void whatANodeSignsItsPublicKeyVerifiesAndNoOther() {
        NodeIdentity anna = NodeIdentity.generate();
        NodeIdentity ben = NodeIdentity.generate();
        byte[] message = {1, 2, 3};
        assertTrue(anna.known().signed(message, anna.sign(message)));
        assertFalse(ben.known().signed(message, anna.sign(message)));
        assertFalse(anna.known().signed(message, new byte[0]));
        assertFalse(anna.known().signed(message, new byte[64]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "AAAA", "////"})
    void whatIsNoKeyIsRefusedWithASentence(String text) {
        String sentence =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> new PublicIdentity(text))
                                .getMessage());
        assertTrue(sentence.contains("a node's key"), sentence);
    }

    /** y = 2 is on no point, y = p is zero written twice, the rest is of order 1, 2, 4, 8 and 8. */
    @ParameterizedTest
    @CsvSource({
        "0200000000000000000000000000000000000000000000000000000000000000,is no point",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,is no point",
        "0100000000000000000000000000000000000000000000000000000000000000,anybody could sign",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,anybody could sign",
        "0000000000000000000000000000000000000000000000000000000000000080,anybody could sign",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05,anybody could sign",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,anybody could sign",
    })
    void whatCannotBeSomebodysOwnKeyIsRefused(String key, String reason) {
        String text = Base64Text.of(HEX.parseHex(key));
        String sentence =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> new PublicIdentity(text))
                                .getMessage());
        assertTrue(sentence.contains(reason), sentence);
    }

    @Test
    void noSignatureOfWhateverLengthIsAnException() {
        NodeIdentity anna = NodeIdentity.generate();
        for (int length : new int[] {0, 1, 63, 64, 65, 128}) {
            byte[] ones = new byte[length];
            Arrays.fill(ones, (byte) 0xff);
            assertFalse(anna.known().signed(new byte[1], ones), () -> "of length " + length);
            assertFalse(anna.known().signed(new byte[1], new byte[length]));
        }
    }

    @Test
    void aKeyIsTheSameAsBytesAndAsText() {
        PublicIdentity known = NodeIdentity.generate().known();
        assertEquals(32, known.bytes().length);
        assertEquals(
                known.text(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(known.bytes()));
    }

    @Test
    void wordsTellKeysApartAndRosterFromNode() {
        PublicIdentity anna = NodeIdentity.generate().known();
        PublicIdentity ben = NodeIdentity.generate().known();
        String words = WordFingerprint.of(anna);
        assertEquals(words, WordFingerprint.of(anna));
        assertEquals(5, words.split("-").length);
        assertFalse(words.equals(WordFingerprint.of(ben)));
        assertFalse(words.equals(WordFingerprint.of(List.of(anna))));
        assertFalse(
                WordFingerprint.of(List.of(anna, ben))
                        .equals(WordFingerprint.of(List.of(ben, anna))));
    }

    @Test
    void thereAre256WordsThatNobodyMistakesForEachOther() {
        List<String> words = WordFingerprint.all();
        assertEquals(256, words.stream().distinct().count());
        for (String one : words) {
            assertTrue(one.matches("[a-z]{3,7}"), one);
            for (String other : words) {
                assertTrue(one.equals(other) || distance(one, other) > 1, one + " " + other);
            }
        }
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(diagonal + change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }
}
