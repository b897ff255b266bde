package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.quantisation.RingVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecAggTest {
    private static final int NODES = 6;
    private static final int THRESHOLD = 4;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void givesTheExactSumForEverySetOfDropoutsThatLeavesTheThreshold(Step step) {
        for (Set<Integer> dropped : subsets()) {
            if (NODES - dropped.size() >= THRESHOLD) {
                assertExact(RoundInMemory.complete(NODES, THRESHOLD, 5), Map.of(step, dropped));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void stopsForEverySetOfDropoutsThatLeavesFewer(Step step) {
        for (Set<Integer> dropped : subsets()) {
            int left = NODES - dropped.size();
            if (left < THRESHOLD) {
                RoundInMemory round =
                        new RoundInMemory(
                                RoundInMemory.complete(NODES, THRESHOLD, 1),
                                new SeededSource(1),
                                Map.of(step, dropped));
                Map<Integer, RingVector> inputs = inputs(round.terms);
                AbortedException aborted =
                        assertThrows(AbortedException.class, () -> round.sum(inputs));
                assertEquals(step, aborted.step());
                assertEquals(
                        "secure aggregation stopped at the step \"%s\": %d nodes are left and 4 are"
                                        .formatted(step, left)
                                + " needed; allowed: fewer drop-outs, or a setting that bears more"
                                + " of them",
                        aborted.getMessage());
            }
        }
    }

    @Test
    void givesTheExactSumWithOneDropoutInEveryStep() {
        Map<Step, Set<Integer>> dropped = new EnumMap<>(Step.class);
        dropped.put(Step.ADVERTISE_KEYS, Set.of(4));
        dropped.put(Step.SHARE_KEYS, Set.of(0));
        dropped.put(Step.MASKED_INPUT, Set.of(7));
        dropped.put(Step.CONSISTENCY, Set.of(2));
        dropped.put(Step.UNMASKING, Set.of(5));

        assertExact(RoundInMemory.complete(9, 4, 5), dropped);
    }

    @Test
    void givesTheSumOfNodesWithAnyNumbers() {
        MaskingGraph graph = MaskingGraph.complete(List.of(3, 1000, 17, 41));

        assertExact(RoundInMemory.terms(graph, 3, 3, 2), Map.of(Step.MASKED_INPUT, Set.of(17)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void givesTheExactSumOnARegularGraphWithRandomDropouts(long seed) {
        Guarantee guarantee = Guarantee.of(40, .1, .2);
        assertTrue(!guarantee.complete() && guarantee.dropped() == 8, "40 nodes are sparse");

        assertExact(
                RoundInMemory.sparse(guarantee, seed, 5),
                randomDropouts(guarantee, new Random(seed)));
    }

    @Test
    void onARegularGraphStopsWhereANodesSecretsAreOutOfReachAndNamesIt() {
        Guarantee guarantee = Guarantee.of(40, .1, .2);
        RoundTerms terms = RoundInMemory.sparse(guarantee, 1, 1);
        Set<Integer> silent = new TreeSet<>(terms.holders(5));
        while (silent.size() > guarantee.degree() + 1 - (guarantee.threshold() - 1)) {
            silent.remove(silent.iterator().next());
        }
        RoundInMemory round =
                new RoundInMemory(terms, new SeededSource(1), Map.of(Step.UNMASKING, silent));
        Map<Integer, RingVector> inputs = inputs(terms);

        AbortedException aborted = assertThrows(AbortedException.class, () -> round.sum(inputs));

        assertTrue(
                aborted.toString()
                        .matches(
                                ".*\"unmasking\": 4 nodes that hold shares of node \\d+ are left"
                                        + " and 5 are needed.*"),
                aborted.getMessage());
    }

    @Test
    void onARegularGraphStopsWhereFewerAreLeftThanItBears() {
        Guarantee guarantee = Guarantee.of(40, .1, .2);
        RoundInMemory round =
                new RoundInMemory(
                        RoundInMemory.sparse(guarantee, 1, 1),
                        new SeededSource(1),
                        Map.of(Step.MASKED_INPUT, Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8)));
        Map<Integer, RingVector> inputs = inputs(round.terms);

        AbortedException aborted = assertThrows(AbortedException.class, () -> round.sum(inputs));

        assertTrue(
                aborted.toString().contains("31 nodes are left and 32 are needed"),
                aborted.getMessage());
    }

    @Test
    void givesTheSameSumUnderOtherMasks() {
        RoundTerms terms = RoundInMemory.complete(4, 3, 5);
        RoundInMemory one = new RoundInMemory(terms, new SeededSource(1), Map.of());
        RoundInMemory other = new RoundInMemory(terms, new SeededSource(2), Map.of());

        assertEquals(one.sum(inputs(terms)), other.sum(inputs(terms)));
        assertNotEquals(maskedOf(one, 0), maskedOf(other, 0));
    }

    @Test
    void sendsAMaskedVectorThatLooksUniformWhateverIsInIt() {
        RoundTerms terms = RoundInMemory.complete(3, 2, 1 << 16);
        RoundInMemory round = new RoundInMemory(terms, new SeededSource(3), Map.of());
        RingVector zeros = RingVector.owning(new int[1 << 16]);
        round.upToMasking(Map.of(0, zeros, 1, zeros, 2, zeros));

        int[] masked = maskedOf(round, 1).toArray();

        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int[] seen = new int[256];
            for (int value : masked) {
                seen[(value >>> shift) & 255]++;
            }
            double expected = masked.length / 256.0;
            double chiSquare = 0;
            for (int count : seen) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            // 255 degrees of freedom: mean 255, standard deviation 22.6; four of them either way.
            assertEquals(255, chiSquare, 90, "bits from " + shift);
        }
    }

    @Test
    void hidesTheSumTooUntilTheNodesOwnMasksAreTakenOff() {
        RoundTerms terms = RoundInMemory.complete(3, 2, 4096);
        RoundInMemory round = new RoundInMemory(terms, new SeededSource(4), Map.of());
        RingVector zeros = RingVector.owning(new int[4096]);
        round.upToMasking(Map.of(0, zeros, 1, zeros, 2, zeros));

        int[] sum = new int[4096];
        for (int node = 0; node < 3; node++) {
            maskedOf(round, node).addTo(sum);
        }

        // Pairwise masks cancel; what is left are the nodes' own.
        Set<Integer> different = new HashSet<>();
        for (int value : sum) {
            different.add(value);
        }
        assertTrue(different.size() > 4090, different.size() + " different values");
    }

    private static void assertExact(RoundTerms terms, Map<Step, Set<Integer>> dropped) {
        RoundInMemory round = new RoundInMemory(terms, new SeededSource(1), dropped);
        Map<Integer, RingVector> inputs = inputs(terms);
        Set<Integer> expected = new TreeSet<>(terms.graph().clients());
        dropped.forEach((step, nodes) -> {
            if (step.compareTo(Step.MASKED_INPUT) <= 0) {
                expected.removeAll(nodes);
            }
        });
        int[] sum = new int[terms.coordinates()];
        expected.forEach(node -> RoundInMemory.of(inputs, node).addTo(sum));

        assertEquals(RingVector.owning(sum), round.sum(inputs), "without " + dropped);
        assertEquals(List.copyOf(expected), round.server.survivors());
    }

    private static Map<Integer, RingVector> inputs(RoundTerms terms) {
        Map<Integer, RingVector> inputs = new TreeMap<>();
        for (int node : terms.graph().clients()) {
            int[] values = new Random(node).ints(terms.coordinates()).toArray();
            inputs.put(node, RingVector.owning(values));
        }
        return inputs;
    }

    private static RingVector maskedOf(RoundInMemory round, int node) {
        return round.sent.stream()
                .filter(SecAggMessage.MaskedInput.class::isInstance)
                .map(SecAggMessage.MaskedInput.class::cast)
                .filter(message -> message.client() == node)
                .map(SecAggMessage.MaskedInput::masked)
                .findFirst()
                .orElseThrow();
    }

    private static List<Set<Integer>> subsets() {
        List<Set<Integer>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << NODES; bits++) {
            Set<Integer> subset = new TreeSet<>();
            for (int node = 0; node < NODES; node++) {
                if ((bits >> node & 1) == 1) {
                    subset.add(node);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    /** As many as the setting bears, each at some step. */
    private static Map<Step, Set<Integer>> randomDropouts(Guarantee guarantee, Random random) {
        List<Integer> nodes = new ArrayList<>(RoundInMemory.numbered(guarantee.clients()));
        Collections.shuffle(nodes, random);
        Map<Step, Set<Integer>> dropped = new EnumMap<>(Step.class);
        for (int node : nodes.subList(0, guarantee.dropped())) {
            Step step = Step.values()[random.nextInt(Step.DONE.ordinal())];
            dropped.computeIfAbsent(step, any -> new TreeSet<>()).add(node);
        }
        return dropped;
    }
}
