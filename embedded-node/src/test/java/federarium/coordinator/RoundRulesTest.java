package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.scenario.Training;
import federarium.update.ClientUpdate;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rounds under other rules than FedAvg. */
class RoundRulesTest {
    private static final String WHY = "its Krum score is not the lowest";

    /** One neighbour each: 1, 1 and 16 away. */
    @Test
    void tellWhomTheRuleTookAndRefusedAndByWhichScore() {
        TinyRun run = krum().untilTraining();
        run.arrive(run.update(0, 1, 0), run.update(1, 0, 0), run.update(2, 5, 0));
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of(
                        new UpdateRejected(1, "b", WHY, new RuleScore("Krum score", 1)),
                        new UpdateRejected(1, "c", WHY, new RuleScore("Krum score", 16)),
                        new UpdatesAggregated(
                                1,
                                List.of(new Share("a", 1, new RuleScore("Krum score", 1))),
                                Weights.copyOf(9, 0).sha256())),
                run.ofTheRule());
    }

    @Test
    void goOnWithTheSameModelWhereTooFewUpdatesCome() {
        TinyRun run = krum().untilTraining();
        run.arrive(run.update(0, 1, 0)).miss(1, "gone").arrive(run.update(2, 5, 0));
        run.permit(PROTECT_AND_SEND, COMBINE);

        String reason = "Krum with f = 0 needs 3 updates, and 2 came";
        assertEquals(
                List.of(
                        new UpdateRejected(1, "a", reason),
                        new UpdateRejected(1, "c", reason),
                        new UpdatesAggregated(1, List.of(), TinyRun.INITIAL.sha256())),
                run.ofTheRule());
    }

    private static TinyRun krum() {
        return TinyRun.of(3, "clients", "3", "aggregation.rule", "krum");
    }

    /** Both send (4, 0): v = (4, 0), then .5 · 4 + 4. */
    @Test
    void carryWhatTheRuleRemembersToTheNextRoundAndTheCheckpoint() {
        TinyRun run = momentum();
        round(run.untilTraining());
        assertEquals(
                new Checkpoint(1, Weights.copyOf(12, 0), velocity(4)), run.commands.getFirst());

        round(run.permit(CHOOSE_AND_SEND, TRAIN));
        assertEquals(
                new Checkpoint(2, Weights.copyOf(18, 0), velocity(6)), run.commands.getFirst());
    }

    @Test
    void keepWhatTheRuleRemembersWhereNobodyAnswers() {
        TinyRun run = momentum();
        round(run.untilTraining());
        run.permit(CHOOSE_AND_SEND, TRAIN).miss(0, "gone").miss(1, "gone").close();

        assertEquals(
                new Checkpoint(2, Weights.copyOf(12, 0), velocity(4)), run.commands.getFirst());
    }

    @Test
    void keepWhatTheRuleRemembersWhereOnlyItsParametersChange() {
        TinyRun run = momentum().untilTraining();
        run.give(new SettingRequested("aggregation.momentum", "0"));
        round(run).permit(CHOOSE_AND_SEND);

        assertEquals(velocity(4), run.state.carried());
    }

    @Test
    void beginAnewUnderAnotherRule() {
        TinyRun run = momentum().untilTraining();
        run.give(new SettingRequested("aggregation.rule", "fedAdam"));
        round(run);
        assertEquals(velocity(4), run.state.carried());

        run.permit(CHOOSE_AND_SEND);
        assertEquals(Carried.NONE, run.state.carried());

        round(run.permit(TRAIN));
        assertEquals(List.of("m", "v"), List.copyOf(run.state.carried().named().keySet()));
    }

    @Test
    void askForTheLossOnlyWhereTheRuleNeedsIt() {
        TinyRun fair = TinyRun.of(2, "aggregation.rule", "qFedAvg").untilTraining();
        TinyRun plain = TinyRun.of(2).untilTraining();

        assertNotEquals(
                ((Train) plain.commands.getFirst()).asksLoss(),
                ((Train) fair.commands.getFirst()).asksLoss());
    }

    /** The coordinator moves by (3, 0); a by (0, 9), b by (−1, 0), c by (6, 0). */
    @Test
    void compareWithTheCoordinatorsOwnUpdateUnderFlTrust() {
        TinyRun run = TinyRun.of(3, "aggregation.rule", "flTrust").untilTraining();
        run.arrive(run.update(0, 0, 9), run.update(1, -1, 0), run.update(2, 6, 0));
        run.permit(PROTECT_AND_SEND, COMBINE);
        assertEquals(
                List.of(new TrainRoot(1, TinyRun.INITIAL, new Training(.1, 1, 10), 1)),
                run.commands);

        run.give(new RootTrained(new ClientUpdate(-1, 1, 100, 1, .5, Weights.copyOf(3, 0))));
        assertEquals(
                new UpdatesAggregated(
                        1,
                        List.of(new Share("c", .5, new RuleScore("cosine", 1))),
                        Weights.copyOf(11, 0).sha256()),
                run.events.getLast());
        assertEquals(
                List.of(
                        new TellTaken(1, List.of(0, 1, 2)),
                        new AwaitPermission(1, TEST_AND_REWARD)),
                run.commands);
    }

    /** x and c down, Δ and Δc up: two vectors of two floats each way; c = (2 + 4) ÷ 2. */
    @Test
    void sendScaffoldsControlAlong() {
        TinyRun run = TinyRun.of(2, "aggregation.rule", "scaffold").untilTraining();
        assertEquals(
                new ServerControl(1, Weights.zeros(2)),
                ((Train) run.commands.getFirst()).control());

        run.arrive(
                run.update(0, 4, 0).withControlChange(Weights.copyOf(2, 0)),
                run.update(1, 4, 0).withControlChange(Weights.copyOf(4, 0)));
        run.close();
        assertEquals(new RoundClosed(1, 2 * 16, 2 * 16), run.events.getLast());

        run.permit(CHOOSE_AND_SEND, TRAIN);
        assertEquals(
                new ServerControl(1, Weights.copyOf(3, 0)),
                ((Train) run.commands.getLast()).control());
    }

    @Test
    void refuseControlsThatDoNotFit() {
        TinyRun run = TinyRun.of(2, "aggregation.rule", "scaffold").untilTraining();
        run.arrive(
                run.update(0, 4, 0).withControlChange(Weights.copyOf(2)),
                run.update(1, 4, 0).withControlChange(Weights.copyOf(Float.NaN, 0)));
        run.permit(PROTECT_AND_SEND);

        assertEquals(
                new UpdateRejected(
                        1,
                        "a",
                        "sent a control variate of 1 values where the model has 2 parameters"),
                run.events.getFirst());
        assertEquals(
                new UpdateRejected(1, "b", "the update holds values that are not finite"),
                run.events.get(2));
    }

    @Test
    void tellTheNodesWhoseUpdatesWereTaken() {
        TinyRun run = TinyRun.of(3).untilTraining();
        run.arrive(run.update(0, 4, 0), run.update(1, Float.NaN, 0)).miss(2, "gone");
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(new TellTaken(1, List.of(0)), run.commands.getFirst());
    }

    /** What the rule makes of an update is no reason to send it again. */
    @Test
    void takeAnUpdateThatTheRuleLeavesOut() {
        TinyRun run = krum().untilTraining();
        run.arrive(run.update(0, 1, 0), run.update(1, 0, 0), run.update(2, 5, 0));
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(new TellTaken(1, List.of(0, 1, 2)), run.commands.getFirst());
    }

    /** One in five of 5 is 1, which needs all 5; of the 4 that are left it is none. */
    @Test
    void expectHostileClientsAmongThoseThatAreLeft() {
        TinyRun run =
                TinyRun.of(5, "clients", "5", "aggregation.rule", "krum", "nodes.dropped", "[c05]")
                        .untilTraining();
        for (int client = 0; client < 4; client++) {
            run.arrive(run.update(client, 1, 0));
        }
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(Weights.copyOf(9, 0), run.state.model());
    }

    /**
     * In round 2 the rate is ¼ and the pull of μ = 1 as well: two steps reach 1 + ¾, so τ_eff = (1
     * · 1 + 3 · 1.75) ÷ 4 = 1.5625.
     */
    @Test
    void weighStepsByThePullOfTheRateThatHasDecayed() {
        TinyRun run = decaying("fedNova", "training.proximalMu", "1", "training.localSteps", "2");
        run.arrive(
                new ClientUpdate(0, 2, 1, 1, .5, Weights.copyOf(4, 0)),
                new ClientUpdate(1, 2, 3, 2, .5, Weights.copyOf(4, 0)));
        run.permit(PROTECT_AND_SEND, COMBINE);

        List<Share> shares = ((UpdatesAggregated) run.events.getLast()).shares();
        assertEquals(.25 * 1.5625, shares.get(0).weight(), 1e-12);
        assertEquals(.75 * 1.5625 / 1.75, shares.get(1).weight(), 1e-12);
    }

    /** F = 1 and ‖Δ‖² = 1; L is 4 in round 2: Δ' ÷ h = 4 ÷ (4² + 4). */
    @Test
    void takeForItsSteepnessTheRateThatHasDecayed() {
        TinyRun run = decaying("qFedAvg", "aggregation.q", "1");
        run.arrive(run.update(0, 1, 0).withLossBefore(1)).miss(1, "gone");
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of(new Share("a", .2, new RuleScore("loss", 1))),
                ((UpdatesAggregated) run.events.getLast()).shares());
    }

    /** In round 2, at a rate of ½ · ½. */
    private static TinyRun decaying(String rule, String... keysAndValues) {
        Map<String, String> keys = new TreeMap<>(Map.of("aggregation.rule", rule));
        keys.put("training.learningRate", "0.5");
        keys.put("training.learningRateDecay", "0.5");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        TinyRun run = new TinyRun(TinyRun.scenario().with(keys), 2).untilTraining();
        return run.miss(0, "gone").miss(1, "gone").close().permit(CHOOSE_AND_SEND, TRAIN);
    }

    private static TinyRun momentum() {
        return TinyRun.of(
                2, "rounds", "3", "aggregation.rule", "fedAvgM", "aggregation.momentum", ".5");
    }

    private static TinyRun round(TinyRun run) {
        return run.arrive(run.update(0, 4, 0), run.update(1, 4, 0)).close();
    }

    private static Carried velocity(float first) {
        return new Carried(new TreeMap<>(Map.of("v", Weights.copyOf(first, 0))));
    }
}
