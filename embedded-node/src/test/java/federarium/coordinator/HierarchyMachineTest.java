package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.coordinator.CoordinatorInput.EdgeAnswered;
import federarium.coordinator.CoordinatorInput.EdgeMissing;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.Step;
import federarium.event.WebEvent.EdgeAggregated;
import federarium.event.WebEvent.EdgeRejected;
import federarium.event.WebEvent.EdgeSeat;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.event.WebEvent.EdgesCombined;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nodes a, b and c, d of 1, 3 and 4, 8 examples at the edges e1 and e2; the root combines these in
 * rounds 2 and 3, the last. A model has two parameters, 8 bytes.
 */
class HierarchyMachineTest {
    private final TinyRun run =
            TinyRun.of(
                    4, "topology.kind", "hierarchical", "topology.edgeRounds", "2", "rounds", "3");

    @Test
    void saysWhoBelongsToWhichEdge() {
        run.untilTraining();

        EdgesAssigned seats =
                new EdgesAssigned(
                        0,
                        List.of(
                                new EdgeSeat("e1", List.of("a", "b")),
                                new EdgeSeat("e2", List.of("c", "d"))));
        assertEquals(1, run.log.stream().filter(seats::equals).count());
    }

    @Test
    void asksEveryEdgeForItsNodesOfTheCohort() {
        run.untilTraining();

        assertEquals(
                List.of(List.of(0, 1), List.of(2, 3)),
                run.commands.stream().map(each -> ((TrainEdge) each).clients()).toList());
    }

    @Test
    void theGlobalModelStaysBetweenRoundsOfTheRootAndNodesAreMeasuredWithTheirEdges() {
        run.untilTraining();
        answer(0, Weights.copyOf(9, 0), 4);
        answer(1, Weights.copyOf(8, 5), 12);
        run.permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(
                List.of("e1", "e2"),
                run.events.stream().map(each -> ((EdgeAggregated) each).edge()).toList());
        run.permit(Step.TEST_AND_REWARD);
        Weights one = Weights.copyOf(9, 0);
        Weights two = Weights.copyOf(8, 5);
        assertEquals(
                List.of(new Measure(1, TinyRun.INITIAL, List.of(one, one, two, two))),
                run.commands);
    }

    @Test
    void edgesGoOnFromTheRootsModelOnlyWhereItHasANewOne() {
        run.untilTraining();
        assertEquals(TinyRun.INITIAL, ((TrainEdge) run.commands.getFirst()).root());
        answer(0, Weights.copyOf(9, 0), 4);
        answer(1, Weights.copyOf(8, 5), 12);
        run.close().permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
        assertNull(((TrainEdge) run.commands.getFirst()).root());
        answer(0, Weights.copyOf(10, 0), 4);
        answer(1, Weights.copyOf(8, 8), 12);
        run.close().permit(Step.CHOOSE_AND_SEND, Step.TRAIN);

        assertEquals(Weights.copyOf(8.5f, 6), ((TrainEdge) run.commands.getFirst()).root());
    }

    /** e1 learned from 4 + 0 examples, e2 from 4 + 8: 8, 0 + ¼ · (4, 0) + ¾ · (0, 4). */
    @Test
    void theRootWeighsEdgesByTheExamplesSinceItCombinedLast() {
        run.untilTraining();
        answer(0, Weights.copyOf(12, 0), 4);
        answer(1, Weights.copyOf(8, 2), 4);
        run.close().permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
        answer(0, Weights.copyOf(12, 0), 0);
        answer(1, Weights.copyOf(8, 4), 8);
        run.permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(
                new EdgesCombined(
                        2,
                        List.of(new Share("e1", .25), new Share("e2", .75)),
                        Weights.copyOf(9, 3).sha256(),
                        16,
                        16),
                run.events.getLast());
        assertEquals(Weights.copyOf(9, 3), run.state.model());
    }

    /** 4 models to nodes and 4 updates; in the round of the root 2 models up and 2 down. */
    @Test
    void countsTheBytesOfBothHops() {
        run.untilTraining();
        assertEquals(1, run.log.stream().filter(new RoundClosed(0, 0, 0)::equals).count());
        answer(0, Weights.copyOf(12, 0), 4);
        answer(1, Weights.copyOf(8, 2), 4);
        run.close();
        assertEquals(new RoundClosed(1, 32, 32), run.events.getLast());
        run.permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
        answer(0, Weights.copyOf(12, 0), 4);
        answer(1, Weights.copyOf(8, 4), 8);
        run.close();

        assertEquals(new RoundClosed(2, 48, 48), run.events.getLast());
    }

    @Test
    void theNodesOfAnEdgeThatHasLeftAreMissingAndItIsNotCombined() {
        run.untilTraining();
        answer(0, Weights.copyOf(12, 0), 4);
        run.give(new EdgeMissing(1, 1, "its edge has left")).permit(Step.PROTECT_AND_SEND);
        assertEquals(
                List.of(
                        new UpdateRejected(1, "c", "its edge has left"),
                        new UpdateRejected(1, "d", "its edge has left")),
                run.events.subList(0, 2));
        run.permit(Step.COMBINE);
        assertEquals(new TellTaken(1, List.of(0)), run.commands.getFirst());
        run.permit(Step.TEST_AND_REWARD)
                .give(new CoordinatorInput.ModelMeasured(TinyRun.evaluation(1)))
                .permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
        answer(0, Weights.copyOf(12, 0), 4);
        run.give(new EdgeMissing(2, 1, "its edge has left"))
                .permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(List.of(new Share("e1", 1)), ((EdgesCombined) run.events.getLast()).shares());
    }

    @Test
    void aRobustRuleRefusesAnEdge() {
        TinyRun robust =
                TinyRun.of(
                        3,
                        "topology.kind",
                        "hierarchical",
                        "topology.edges",
                        "3",
                        "aggregation.rule",
                        "krum");
        robust.untilTraining();
        robust.give(answered(1, 0, Weights.copyOf(9, 0), 1));
        robust.give(answered(1, 1, Weights.copyOf(9, 0), 1));
        robust.give(answered(1, 2, Weights.copyOf(-90, 0), 1));
        robust.permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(
                List.of("e2", "e3"),
                robust.events.stream()
                        .filter(EdgeRejected.class::isInstance)
                        .map(each -> ((EdgeRejected) each).edge())
                        .toList());
        assertEquals(Weights.copyOf(9, 0), robust.state.model());
    }

    @Test
    void failsWhenWhatCameToEveryEdgeIsNotFinite() {
        run.untilTraining();
        for (int edge = 0; edge < 2; edge++) {
            run.give(
                    new EdgeAnswered(
                            new EdgeReport(
                                    1, edge, List.of(), List.of(), TinyRun.INITIAL, 0, 16, true)));
        }
        run.permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(RunFailed.class, run.events.getFirst().getClass());
    }

    private void answer(int edge, Weights model, int examples) {
        run.give(answered(run.state.round(), edge, model, examples));
    }

    private static EdgeAnswered answered(int round, int edge, Weights model, int examples) {
        List<Share> shares =
                examples == 0 ? List.of() : List.of(new Share(edge == 0 ? "a" : "c", 1));
        return new EdgeAnswered(
                new EdgeReport(round, edge, List.of(), shares, model, examples, 16, false));
    }
}
