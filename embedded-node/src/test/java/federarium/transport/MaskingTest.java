package federarium.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.coordinator.SumTerms;
import federarium.privacy.noise.NoiseSource;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.Concealment;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A node asked to hand in its update by a coordinator that may not mean well. */
class MaskingTest {
    private static final List<Integer> ALL = List.of(0, 1, 2, 3);

    private final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final Directory directory =
            new Directory("run", Collections.nCopies(4, pair.getPublic()));
    private final Masking node =
            new Masking(directory, 0, pair.getPrivate(), NoiseSource.seeded(1), new SignedLists());

    MaskingTest() throws GeneralSecurityException {}

    @Test
    void takesPartInARoundInWhichItTrained() {
        assertInstanceOf(AdvertisedKeys.class, answer(1, ALL, 1));
        assertInstanceOf(AdvertisedKeys.class, answer(2, ALL, 2));
    }

    /** Two sums of one update, with another's in one of them alone, would give that one away. */
    @Test
    void handsAnUpdateInOnce() {
        answer(1, ALL, 1);

        assertEquals("it takes part in round 1 once", refusal(1, List.of(0, 1, 2), 1));
    }

    @Test
    void handsInNoUpdateOfAnotherRound() {
        assertEquals("it has not trained in round 2", refusal(2, ALL, 1));
    }

    @Test
    void handsInNothingBeforeItTrained() {
        assertEquals("it has not trained in round 1", refusal(1, ALL, null));
    }

    private String refusal(int round, List<Integer> clients, @Nullable Integer trainedIn) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, () -> answer(round, clients, trainedIn))
                        .getMessage());
    }

    private Object answer(int round, List<Integer> clients, @Nullable Integer trainedIn) {
        SumTerms terms =
                new SumTerms(Concealment.MASKS, clients.size(), SumEncoding.byExamples(1, 5, 8), 1);
        ClientUpdate kept =
                trainedIn == null
                        ? null
                        : new ClientUpdate(0, trainedIn, 5, 1, .5, Weights.copyOf(1));
        return node.answer(new Invitation(round, clients, terms), kept);
    }
}
