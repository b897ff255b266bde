package federarium.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.identity.Identities.Claimed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {
    @TempDir private Path folder;

    @Test
    void twoAtATimeAreTwoNodesAndOneAfterTheOtherIsOne() throws IOException {
        PublicIdentity first;
        try (Claimed one = Identities.claim(folder);
                Claimed two = Identities.claim(folder)) {
            assertEquals("node-1", one.name());
            assertEquals("node-2", two.name());
            first = one.identity().known();
        }
        try (Claimed again = Identities.claim(folder)) {
            assertEquals(first, again.identity().known());
        }
    }

    @Test
    void anotherProcessTakesNoneThatThisOneHoldsNorDoesItsTryingLoseThem() throws IOException {
        try (Claimed one = Identities.claim(folder);
                Claimed two = Identities.claim(folder)) {
            assertEquals("node-3", ClaimingProcess.claims(folder));
            assertEquals("node-3", ClaimingProcess.claims(folder));
            assertFalse(one.identity().known().equals(two.identity().known()));
        }
        assertEquals("node-1", ClaimingProcess.claims(folder));
    }

    @Test
    void oneFolderByTwoPathsIsOne() throws IOException {
        try (Claimed one = Identities.claim(folder);
                Claimed two = Identities.claim(folder.resolve("../" + folder.getFileName()))) {
            assertEquals(List.of("node-1", "node-2"), List.of(one.name(), two.name()));
        }
    }

    @Test
    void aDamagedKeyIsNamedAndLeftAsItIsHoweverOftenOneTries() throws IOException {
        Identities.claim(folder).close();
        Path key = folder.resolve("node-1.key");
        for (byte[] damage : new byte[][] {{}, {'n', 'o'}, {(byte) 0xff, '\n', (byte) 0xc3}}) {
            Files.write(key, damage);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertEquals(
                        key + ": is no key of a node; move it away, and a new node is made",
                        refusal(folder));
            }
            assertArrayEquals(damage, Files.readAllBytes(key));
        }
    }

    @Test
    void twoHalvesOfTwoNodesAreNoNode() throws IOException {
        try (Claimed one = Identities.claim(folder);
                Claimed two = Identities.claim(folder)) {
            assertEquals(List.of("node-1", "node-2"), List.of(one.name(), two.name()));
        }
        Path key = folder.resolve("node-1.key");
        String secret = Files.readAllLines(key).getFirst();
        String other = Files.readAllLines(folder.resolve("node-2.key")).getLast();
        Files.writeString(key, secret + "\n" + other + "\n");
        assertTrue(refusal(folder).startsWith(key + ": is no key of a node"));
    }

    @Test
    void whatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertEquals(
                file
                        + ": cannot be used (FileAlreadyExistsException); a node's key is kept in a"
                        + " folder that you may write to",
                refusal(file));
    }

    @Test
    void aKeyIsItsOwnersAlone() throws IOException {
        Identities.claim(folder).close();
        assertItsOwnersAlone(folder.resolve("node-1.key"));
    }

    static void assertItsOwnersAlone(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(file));
        }
    }

    private static String refusal(Path folder) {
        return String.valueOf(
                assertThrows(IOException.class, () -> Identities.claim(folder)).getMessage());
    }
}
