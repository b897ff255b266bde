package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MaskGeneratorTest {

    @Test
    void beginsWithTheZeroBlockEncrypted() {
        // AES-128 of the zero block under the zero key (FIPS 197's well-known 66e94bd4…).
        int[] vector = new int[4];
        new MaskGenerator().add(new byte[16], vector);

        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(vector);
        assertEquals("66e94bd4ef8a2c3b884cfa59ca342b2e", HexFormat.of().formatHex(bytes.array()));
    }

    @Test
    void countsOnFromChunkToChunk() throws GeneralSecurityException {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        int[] vector = new int[3 * 4096 + 5];
        new MaskGenerator().add(key, vector);

        Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
        block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        for (int at = 0; at < vector.length; at++) {
            byte[] counter = ByteBuffer.allocate(16).putInt(12, at / 4).array();
            int expected =
                    ByteBuffer.wrap(block.doFinal(counter))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(at % 4 * 4);
            assertEquals(expected, vector[at], "coordinate " + at);
        }
    }

    @Test
    void subtractsWhatItAdds() {
        int[] before = {1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE, 0};
        int[] vector = before.clone();
        MaskGenerator generator = new MaskGenerator();

        generator.add(new byte[16], vector);
        generator.subtract(new byte[16], vector);

        assertArrayEquals(before, vector);
    }
}
