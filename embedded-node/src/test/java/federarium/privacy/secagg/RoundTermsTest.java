package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.random.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RoundTermsTest {

    @Test
    void refusesFewerNodesThanTheThreshold() {
        assertRefused(
                "a sum of at least 5 of 4 nodes; allowed: 2 to 4",
                () -> RoundInMemory.complete(4, 5, 1));
    }

    @Test
    void refusesAThresholdThatNoNeighbourhoodReaches() {
        MaskingGraph ring =
                new Guarantee(6, 1, 1, 2, 4, true)
                        .graph(RoundInMemory.numbered(6), new RandomStream(1));

        assertRefused(
                "a threshold of 4 shares where 3 hold one; allowed: 2 to 3",
                () -> RoundInMemory.terms(ring, 4, 5, 1));
    }

    @Test
    void refusesTwoNodesOfWhichEachWouldKnowTheOther() {
        assertRefused(
                "secure aggregation of 2 nodes hides nothing; allowed: 3 or more",
                () -> RoundInMemory.complete(2, 2, 1));
    }

    @Test
    void refusesANodeWithoutAKey() {
        assertRefused(
                "node 0 has no key to sign with",
                () ->
                        new RoundTerms(
                                "a run",
                                1,
                                1,
                                MaskingGraph.complete(List.of(0, 1, 2)),
                                2,
                                2,
                                Map.of()));
    }

    @Test
    void bindsKeysToEverythingThatIsAgreedOn() {
        RoundTerms terms = RoundInMemory.complete(4, 3, 2);
        MaskingGraph graph = terms.graph();
        List<RoundTerms> different = new ArrayList<>();
        different.add(terms);
        different.add(RoundInMemory.complete(5, 3, 2));
        different.add(new RoundTerms("b run", 7, 2, graph, 3, 3, terms.signers()));
        different.add(new RoundTerms("a run", 8, 2, graph, 3, 3, terms.signers()));
        different.add(new RoundTerms("a run", 7, 3, graph, 3, 3, terms.signers()));
        different.add(new RoundTerms("a run", 7, 2, graph, 2, 3, terms.signers()));
        different.add(new RoundTerms("a run", 7, 2, graph, 3, 4, terms.signers()));

        assertArrayEquals(terms.binding(), RoundInMemory.complete(4, 3, 2).binding());
        assertEquals(
                different.size(),
                new HashSet<>(different.stream().map(t -> Octets.copyOf(t.binding())).toList())
                        .size());
    }

    private static void assertRefused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }
}
