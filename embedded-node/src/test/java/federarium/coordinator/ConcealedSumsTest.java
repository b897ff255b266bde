package federarium.coordinator;

import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.UpdateClipped;
import federarium.privacy.noise.NoiseSource;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.summing.NoiseShare;
import federarium.privacy.summing.SumEncoding;
import federarium.update.ClientUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the same updates a sum of which nobody saw the parts makes the same model. */
class ConcealedSumsTest {
    /** s/2 · K ÷ Σw for levels of s = 2⁻¹⁸, four nodes and weights of ⅛, ⅜, ½ and 1. */
    private static final float OFF = 0x1p-18f;

    @ParameterizedTest
    @ValueSource(strings = {"fedAvg", "fedSgd", "fedAvgM"})
    void makeTheModelThatSeenUpdatesMake(String rule) {
        String[] settings = {"aggregation.rule", rule};

        assertArrayEquals(
                seen(settings).state.model().toArray(),
                hidden(settings).state.model().toArray(),
                OFF + Math.ulp(8f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedAdam", "fedYogi", "fedAdagrad"})
    void makeTheModelThatSeenUpdatesMakeUnderAdaptiveRulesToo(String rule) {
        String[] settings = {"aggregation.rule", rule};

        assertArrayEquals(
                seen(settings).state.model().toArray(),
                hidden(settings).state.model().toArray(),
                1e-4f);
    }

    /** C = 2: (.1, 3) is cut, the others are shorter; levels are of C/2²¹. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void areNoisedByTheCoordinatorAsSeenUpdatesAre(String multiplier) {
        String[] settings = central("privacy.noiseMultiplier", multiplier);

        assertArrayEquals(
                seen(settings).state.model().toArray(),
                hidden(settings).state.model().toArray(),
                1e-5f);
    }

    @Test
    void areChargedAsSeenUpdatesAre() {
        assertEquals(spent(seen(central())), spent(hidden(central())));
    }

    @Test
    void doNotTellWhoseUpdateWasCut() {
        TinyRun run = hidden(central());

        assertEquals(
                1, seen(central()).log.stream().filter(UpdateClipped.class::isInstance).count());
        assertEquals(List.of(), run.log.stream().filter(UpdateClipped.class::isInstance).toList());
    }

    /** Three of four are short enough, which the sum tells in one more value. */
    @Test
    void moveAnAdaptiveClipNormAsSeenUpdatesDo() {
        String[] settings =
                central("privacy.clipping", "adaptive", "privacy.noiseMultiplier", "0.1");

        Double after = hidden(settings).state.books().clipNorm();
        assertEquals(seen(settings).state.books().clipNorm(), after);
        assertNotEquals(2, after);
    }

    /** The noise is in the sum already, so that 0 on it stays 0. */
    @Test
    void areNotNoisedAgainWhereTheNodesDid() {
        String[] settings = {"privacy.mechanism", "distributed"};
        TinyRun run = train(settings);
        SumEncoding encoding = ((CollectSum) run.commands.getLast()).terms().encoding();
        open(run, RingVector.copyOf(new int[encoding.coordinates()]));

        assertEquals(TinyRun.INITIAL, run.state.model());
    }

    /** f = 3 of four: v = ⌈(σΔ)²/3⌉ with Δ = 2²¹ levels. */
    @Test
    void areNoisedByTheNodesForTheFewestThatASumIsOpenedFor() {
        TinyRun run = train("privacy.mechanism", "distributed", "privacy.noiseMultiplier", "0.5");
        SumEncoding encoding = ((CollectSum) run.commands.getLast()).terms().encoding();

        NoiseShare noise = requireNonNull(requireNonNull(encoding.limit()).noise());
        assertEquals((1L << 40) / 3 + 1, noise.variance());
    }

    private static String[] central(String... more) {
        String[] first = {"privacy.mechanism", "central", "privacy.clipNorm", "2"};
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static ClientUpdate[] updates(TinyRun run) {
        return new ClientUpdate[] {
            run.update(0, 1, 0),
            run.update(1, .1f, 3),
            run.update(2, -.7f, .3f),
            run.update(3, .01f, -.02f)
        };
    }

    private static TinyRun seen(String... settings) {
        TinyRun run = new TinyRun(TinyRun.scenario(settings), 4).untilTraining();
        return run.arrive(updates(run)).permit(PROTECT_AND_SEND, COMBINE);
    }

    private static TinyRun hidden(String... settings) {
        TinyRun run = train(settings);
        SumEncoding encoding = ((CollectSum) run.commands.getLast()).terms().encoding();
        int[] sum = new int[encoding.coordinates()];
        for (ClientUpdate each : updates(run)) {
            encoding.encode(
                            each.delta(),
                            each.examples(),
                            NoiseSource.seeded(1).bits(each.round(), each.client()))
                    .addTo(sum);
        }
        return open(run, RingVector.owning(sum));
    }

    private static TinyRun train(String... settings) {
        return new TinyRun(TinyRun.masked(settings), 4)
                .untilTraining()
                .train(0, 1, 2, 3)
                .permit(PROTECT_AND_SEND);
    }

    private static TinyRun open(TinyRun run, RingVector sum) {
        return run.give(new SumCollected(1, new TreeMap<>(), new TreeMap<>(), null))
                .permit(COMBINE)
                .give(new SumOpened(1, sum, Traffic.NONE));
    }

    private static List<PrivacySpent> spent(TinyRun run) {
        return run.log.stream()
                .filter(PrivacySpent.class::isInstance)
                .map(PrivacySpent.class::cast)
                .toList();
    }
}
