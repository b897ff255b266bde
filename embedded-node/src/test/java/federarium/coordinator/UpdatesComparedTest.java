package federarium.coordinator;

import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import federarium.event.EvidenceEvent.Evidence;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdatesAggregated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says of a round's updates side by side. */
class UpdatesComparedTest {
    private static final float[] FAR = {4, 0};

    /** Their mean is (1, 0), and they are −2, −1 and 3 from it. */
    @Test
    void areToldBeforeTheRuleCombinesThem() {
        TinyRun run = combined(TinyRun.of(3), new float[] {-1, 0}, new float[] {0, 0}, FAR);

        assertEquals(UpdatesAggregated.class, run.events.get(1).getClass());
        assertEquals(
                List.of("a: norm 1 cosine -1", "b: norm 0 cosine 0", "c: norm 4 cosine 1"),
                compared(run).updates().stream()
                        .map(each ->
                                "%s: norm %.0f cosine %.0f"
                                        .formatted(each.node(), each.norm(), each.cosine()))
                        .toList());
        assertEquals(1, compared(run).round());
    }

    /** With n = 3 it is f = 0: the distance to the nearest of the two others. */
    @Test
    void haveKrumScoresWithAFifthHostileWhateverTheRule() {
        TinyRun run = combined(TinyRun.of(3), new float[] {-1, 0}, new float[] {0, 0}, FAR);

        assertEquals(List.of(1.0, 1.0, 16.0), krum(run));
    }

    /** Five with f = 1 have two neighbours, and with f = 0 three. */
    @ParameterizedTest
    @CsvSource({"fedAvg, 1, 10", "krum, 1, 10", "krum, 0, 26", "multiKrum, 0, 26"})
    void haveKrumScoresWithTheScenariosNumberWhereARuleOfKrumsHasOne(
            String rule, String byzantine, double ofTheFirst) {
        TinyRun run =
                rule.equals("fedAvg")
                        ? TinyRun.of(5)
                        : TinyRun.of(
                                5, "aggregation.rule", rule, "aggregation.byzantine", byzantine);
        combined(
                run,
                new float[] {0, 0},
                new float[] {1, 0},
                new float[] {3, 0},
                new float[] {4, 0},
                new float[] {9, 0});

        assertEquals(ofTheFirst, krum(run).getFirst());
    }

    @Test
    void haveNoneWhereTheRuleSupposesMoreHostileThanThereCanBe() {
        TinyRun run = TinyRun.of(8, "aggregation.rule", "krum", "aggregation.byzantine", "2");
        run.untilTraining().arrive(run.update(0, 1, 0), run.update(1, 2, 0), run.update(2, 3, 0));
        for (int client = 3; client < 8; client++) {
            run.miss(client, "gone");
        }
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertNull(compared(run).updates().getFirst().krum());
    }

    @Test
    void areThoseThatCameAlone() {
        TinyRun run = TinyRun.of(3).untilTraining();
        run.arrive(run.update(0, 1, 0), run.update(2, 2, 0)).miss(1, "gone");
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of("a", "c"), compared(run).updates().stream().map(Evidence::node).toList());
    }

    @Test
    void areNotToldOfASingleOne() {
        TinyRun run = TinyRun.of(2).untilTraining();
        run.arrive(run.update(0, 1, 0)).miss(1, "gone").permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(List.of(), compares(run.log));
    }

    private static TinyRun combined(TinyRun run, float[]... deltas) {
        run.untilTraining();
        for (int client = 0; client < deltas.length; client++) {
            run.arrive(run.update(client, deltas[client]));
        }
        return run.permit(PROTECT_AND_SEND, COMBINE);
    }

    private static List<Double> krum(TinyRun run) {
        return compared(run).updates().stream().map(Evidence::krum).toList();
    }

    private static UpdatesCompared compared(TinyRun run) {
        return compares(run.log).getFirst();
    }

    private static List<UpdatesCompared> compares(List<FederationEvent> log) {
        return log.stream()
                .filter(UpdatesCompared.class::isInstance)
                .map(event -> (UpdatesCompared) event)
                .toList();
    }
}
