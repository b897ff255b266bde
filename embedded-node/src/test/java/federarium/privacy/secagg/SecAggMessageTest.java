package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.privacy.quantisation.RingVector;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ten nodes on a graph of degree 4, of which one is lost before it sends its vector. */
class SecAggMessageTest {
    private final RoundInMemory round =
            new RoundInMemory(
                    RoundInMemory.sparse(new Guarantee(10, 1, 2, 4, 3, true), 1, 100),
                    new SeededSource(1),
                    Map.of(Step.MASKED_INPUT, Set.of(0)));

    @Test
    void saysTheBytesOfEachKindAsTheyTravel() {
        Map<Integer, RingVector> inputs = new TreeMap<>();
        round.nodes.keySet().forEach(id -> inputs.put(id, RingVector.owning(new int[100])));
        round.sum(inputs);

        assertEquals(8 + 64, bytesOf(SecAggMessage.AdvertisedKeys.class));
        assertEquals(8 + 4 * (4 + 64), bytesOf(SecAggMessage.NeighbourKeys.class));
        assertEquals(12 + 4 * (4 + 82), bytesOf(SecAggMessage.SealedShares.class));
        assertEquals(8 + 4 * (4 + 82), bytesOf(SecAggMessage.DeliveredShares.class));
        assertEquals(12 + 400, bytesOf(SecAggMessage.MaskedInput.class));
        assertEquals(8 + 9 * 4, bytesOf(SecAggMessage.SurvivorList.class));
        assertEquals(8 + 64, bytesOf(SecAggMessage.SurvivorSignature.class));
        assertEquals(8 + 2 * (4 + 64), bytesOf(SecAggMessage.NeighbourSignatures.class));
        assertEquals(16 + 5 * (4 + 33), bytesOf(SecAggMessage.UnmaskingShares.class));
    }

    private long bytesOf(Class<? extends SecAggMessage> kind) {
        return round.sent.stream().filter(kind::isInstance).findFirst().orElseThrow().bytes();
    }
}
