package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.PeerMix;
import federarium.coordinator.CoordinatorCommand.PeerSend;
import federarium.coordinator.CoordinatorCommand.PeerTrain;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.PeerMissing;
import federarium.coordinator.CoordinatorInput.PeerMixed;
import federarium.coordinator.CoordinatorInput.PeerSent;
import federarium.coordinator.CoordinatorInput.PeerTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.device.Device;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.Step;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.ModelShared;
import federarium.event.WebEvent.ModelTrained;
import federarium.event.WebEvent.ModelsMixed;
import federarium.event.WebEvent.PeersLinked;
import federarium.update.Weights;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes a, b, c, d in a ring: each beside two. A model has two parameters, 8 bytes. */
class GossipMachineTest {
    private final TinyRun run = TinyRun.of(4, "topology.kind", "ring", "mode", "gossip");

    @Test
    void saysWhoIsBesideWhom() {
        run.untilTraining();

        PeersLinked ring =
                new PeersLinked(
                        0, "ring", List.of(List.of(1, 3), List.of(2), List.of(3), List.of()));
        assertEquals(1, run.log.stream().filter(ring::equals).count());
    }

    @Test
    void asksNodesToTrainWhatTheyHave() {
        run.untilTraining();

        assertEquals(
                List.of(0, 1, 2, 3),
                run.commands.stream().map(each -> ((PeerTrain) each).client()).toList());
    }

    @Test
    void nodesTrainAtTheRateOfTheirRound() {
        TinyRun on =
                TinyRun.of(
                        4,
                        "topology.kind",
                        "ring",
                        "mode",
                        "gossip",
                        "training.learningRateDecay",
                        "0.5");
        on.untilTraining();
        for (int client = 0; client < 4; client++) {
            on.give(new PeerMissing(1, client, "the node has left"));
        }
        on.close().permit(Step.CHOOSE_AND_SEND, Step.TRAIN);

        Train second = ((PeerTrain) on.commands.getFirst()).from(TinyRun.INITIAL);
        assertEquals(.1 * .5, second.training().rate(second.round()));
    }

    @Test
    void everyNodeSendsToItsNeighbours() {
        run.untilTraining();
        train(0, 1, 2, 3);
        run.permit(Step.PROTECT_AND_SEND);

        assertEquals(new ModelTrained(1, "a", 5, 2, .5, 3), run.events.getFirst());
        assertEquals(
                List.of(List.of(1, 3), List.of(0, 2), List.of(1, 3), List.of(0, 2)),
                run.commands.stream().map(each -> ((PeerSend) each).neighbours()).toList());
    }

    @Test
    void theGlobalModelIsThePlainMeanAndNodesAreMeasuredWithTheirOwn() {
        run.untilTraining();
        round(0, 1, 2, 3);

        assertEquals(List.of(new ModelsMixed(1, Weights.copyOf(1.5f, 3).sha256())), run.events);
        run.permit(Step.TEST_AND_REWARD);
        assertEquals(
                List.of(
                        new Measure(
                                1,
                                Weights.copyOf(1.5f, 3),
                                List.of(own(0), own(1), own(2), own(3)))),
                run.commands);
    }

    /** Squared distances to (1.5, 3): 5 · (1.5² + .5² + .5² + 1.5²) ÷ 4 = 6.25. */
    @Test
    void measuresHowFarTheNodesAreApart() {
        run.untilTraining();
        round(0, 1, 2, 3);
        run.permit(Step.TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(1)));

        ConsensusMeasured measured = (ConsensusMeasured) run.events.get(1);
        assertEquals(2.5, measured.distance(), 1e-12);
        assertEquals(1 / 3., measured.contraction(), 1e-12);
        assertEquals(2 / 3., measured.spectralGap(), 1e-12);
        assertEquals(new RoundClosed(1, 64, 64), run.events.get(2));
    }

    /** b, c and d at (1, 2), (2, 4) and (3, 6): 5 · (1 + 0 + 1) ÷ 3 around the middle one. */
    @Test
    void aDroppedNodeIsNoPartOfTheMeanAnyMore() {
        run.untilTraining();
        run.give(new SettingRequested("nodes.dropped", "[c01]"));
        round(0, 1, 2, 3);
        run.permit(Step.TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(1)));
        run.permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
        round(1, 2, 3);

        assertEquals(List.of(new ModelsMixed(2, own(2).sha256())), run.events);
        run.permit(Step.TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(2)));
        assertEquals(Math.sqrt(10 / 3.), ((ConsensusMeasured) run.events.get(1)).distance(), 1e-12);
    }

    /** a, b, d are left of the ring: a beside both, weights ⅓ and own ⅓; b beside a alone. */
    @Test
    void neighboursMixWithoutANodeThatVanished() {
        run.untilTraining();
        train(0, 1, 3);
        run.give(new PeerMissing(1, 2, "the node has left")).permit(Step.PROTECT_AND_SEND);

        assertEquals(
                List.of(
                        new UpdateRejected(
                                1, "c", "the node has left; its neighbours mix without it")),
                run.events.stream().filter(UpdateRejected.class::isInstance).toList());
        send(0, 1, 3);
        run.permit(Step.COMBINE);
        assertEquals(3, run.commands.size());
        assertEquals(2 / 3., mixing().weight(1, 1), 1e-12);
        assertEquals(0, mixing().weight(1, 2));
        assertEquals(1 / 3., mixing().weight(0, 3), 1e-12);
    }

    /** Its model of 8 bytes goes to two neighbours at 8 bytes a second, and theirs come as fast. */
    @Test
    void theExchangeTakesTimeAndEnergyBothWays() {
        Device slow = new Device("slow", Double.POSITIVE_INFINITY, 8, 8, 1, 1, 0, 2);
        TinyRun on =
                new TinyRun(
                        run.plan.scenario(), 4, new Equipment(Collections.nCopies(4, slow), 0, 0));
        on.untilTraining();
        for (int client = 0; client < 4; client++) {
            on.give(new PeerTrained(1, client, 5, 2, .5, 3));
        }
        on.permit(Step.PROTECT_AND_SEND);

        RoundCosted costed = (RoundCosted) on.events.getLast();
        assertEquals(new NodeCost("a", 1 + 2 + 1 + 2, 2 * 32), costed.nodes().getFirst());
        assertEquals(6, on.state.clock());
    }

    @Test
    void aNodeWhoseModelIsNotFiniteSitsOut() {
        run.untilTraining();
        train(0, 1, 2);
        run.give(new PeerTrained(1, 3, 5, 2, .5, Double.NaN)).permit(Step.PROTECT_AND_SEND);

        assertEquals(
                new UpdateRejected(
                        1,
                        "d",
                        "the model holds values that are not finite; its neighbours mix without"),
                run.events.get(run.events.size() - 2));
        assertEquals(List.of(1), ((PeerSend) run.commands.getFirst()).neighbours());
    }

    @Test
    void failsWhenNobodysModelIsFinite() {
        run.untilTraining();
        for (int client = 0; client < 4; client++) {
            run.give(new PeerTrained(1, client, 5, 2, .5, Double.NaN));
        }
        run.permit(Step.PROTECT_AND_SEND);

        assertEquals(RunFailed.class, run.events.getFirst().getClass());
    }

    @Test
    void whenEverybodyIsGoneTheModelsStayAsTheyAre() {
        run.untilTraining();
        for (int client = 0; client < 4; client++) {
            run.give(new PeerMissing(1, client, "the node has left"));
        }
        run.permit(Step.PROTECT_AND_SEND, Step.COMBINE);

        assertEquals(List.of(new ModelsMixed(1, TinyRun.INITIAL.sha256())), run.events);
    }

    @Test
    void logsWhatWasSent() {
        run.untilTraining();
        train(0, 1, 2, 3);
        run.permit(Step.PROTECT_AND_SEND);
        send(0, 1, 2, 3);
        run.permit(Step.COMBINE);

        assertEquals(new ModelShared(1, "a", 2, 16), run.events.getFirst());
    }

    private void round(int... clients) {
        train(clients);
        run.permit(Step.PROTECT_AND_SEND);
        send(clients);
        run.permit(Step.COMBINE);
        for (int client : clients) {
            run.give(new PeerMixed(run.state.round(), client, own(client)));
        }
    }

    private void train(int... clients) {
        for (int client : clients) {
            run.give(new PeerTrained(run.state.round(), client, 5, 2, .5, 3));
        }
    }

    private void send(int... clients) {
        for (int client : clients) {
            run.give(new PeerSent(run.state.round(), client, 2));
        }
    }

    /** (0, 0), (1, 2), (2, 4), (3, 6). */
    private static Weights own(int client) {
        return Weights.copyOf(client, 2 * client);
    }

    private federarium.topology.Mixing mixing() {
        return ((PeerMix) run.commands.getFirst()).mixing();
    }
}
