package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AgreementKeyTest {

    @Test
    void computesTheFirstVectorOfRfc7748() {
        AgreementKey key = key("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
        Octets theirs = octets("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");

        assertEquals(
                octets("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
                Octets.copyOf(key.agree(theirs)));
    }

    @Test
    void readsAPublicKeyWithoutItsTopBitAsTheSecondVectorOfRfc7748Does() {
        AgreementKey key = key("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d");
        Octets theirs = octets("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493");

        assertEquals(
                octets("95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"),
                Octets.copyOf(key.agree(theirs)));
    }

    @Test
    void givesBothSidesTheSameSecret() {
        AgreementKey one = AgreementKey.drawn(new SeededSource(1));
        AgreementKey other = AgreementKey.drawn(new SeededSource(2));

        assertArrayEquals(one.agree(other.publicKey()), other.agree(one.publicKey()));
    }

    @Test
    void comesBackFromItsNumberEvenIfThatBeginsWithZeros() {
        AgreementKey small = AgreementKey.of(BigInteger.valueOf(258));

        assertEquals(BigInteger.valueOf(258), small.number());
        assertEquals(small.publicKey(), AgreementKey.of(small.number()).publicKey());
    }

    @Test
    void refusesAPublicKeyOfSmallOrder() {
        AgreementKey key = AgreementKey.drawn(new SeededSource(1));
        Octets zero = Octets.copyOf(new byte[32]);

        assertThrows(RefusedException.class, () -> key.agree(zero));
    }

    @Test
    void refusesAPublicKeyOfAnotherLength() {
        AgreementKey key = AgreementKey.drawn(new SeededSource(1));
        Octets tooShort = Octets.copyOf(new byte[31]);

        assertThrows(RefusedException.class, () -> key.agree(tooShort));
    }

    private static AgreementKey key(String hex) {
        return AgreementKey.of(new BigInteger(hex, 16));
    }

    private static Octets octets(String hex) {
        return Octets.copyOf(HexFormat.of().parseHex(hex));
    }
}
