package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.device.Device;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.update.ClientUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rounds on devices: 8 bytes down in 1 s, a row of 10 operations in 1 s, 8 bytes up in 2 s. Nodes a
 * and b hold 1 and 3 rows, in batches of one: a takes 4 s, b 6 s.
 */
class StragglersTest {
    private static final Device DEVICE = new Device("slow", 10, 4, 8, 0, 1, 2, .5);

    @Test
    void areWaitedFor() {
        TinyRun run = both(run());
        run.permit(PROTECT_AND_SEND);
        assertEquals(List.of(4.0, 6.0), seconds(run));

        close(run);
        assertEquals(6, closed(run));
    }

    @Test
    void moveTheClockOnFromRoundToRound() {
        TinyRun run = both(run());
        close(run.permit(PROTECT_AND_SEND)).permit(CHOOSE_AND_SEND, TRAIN);
        close(both(run).permit(PROTECT_AND_SEND));

        assertEquals(12, closed(run));
    }

    @Test
    void areRefusedAfterTheDeadlineWithTheirTime() {
        TinyRun run = both(run("devices.stragglers", "deadline", "devices.deadline", "5"));
        run.permit(PROTECT_AND_SEND);
        assertEquals(
                new UpdateRejected(1, "b", "late: 6 s where the deadline is 5 s"),
                run.events.get(2));

        run.permit(COMBINE);
        assertEquals(List.of(new Share("a", 1)), aggregated(run).shares());
        assertEquals(new TellTaken(1, List.of(0)), run.commands.getFirst());
        assertEquals(5, run.state.clock());
    }

    @Test
    void leaveTheModelAloneWhereEverybodyIsLate() {
        TinyRun run = both(run("devices.stragglers", "deadline", "devices.deadline", "3"));
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                new UpdatesAggregated(1, List.of(), TinyRun.INITIAL.sha256()), aggregated(run));
        assertEquals(3, run.state.clock());
    }

    @Test
    void endARoundEarlyWhereEverybodyIsInTime() {
        TinyRun run = both(run("devices.stragglers", "deadline", "devices.deadline", "100"));

        assertEquals(6, run.permit(PROTECT_AND_SEND).state.clock());
    }

    @Test
    void areAskedForThePartThatFits() {
        TinyRun run = run("devices.stragglers", "partial", "devices.deadline", "5");

        assertEquals(List.of(Integer.MAX_VALUE, 2), mostSteps(run));
    }

    /** b could take a third step, but was asked for two. */
    @Test
    void areRefusedWhereTheyClaimMoreStepsThanTheyWereAskedFor() {
        TinyRun run = both(run("devices.stragglers", "partial", "devices.deadline", "5"));

        assertEquals(
                new UpdateRejected(1, "b", "claims 3 training steps where its plan has at most 2"),
                run.permit(PROTECT_AND_SEND).events.get(1));
    }

    /** What a sign saves of the way up is time to train. */
    @Test
    void areGivenTheTimeThatCompressionSaves() {
        String[] partial = {"devices.stragglers", "partial", "devices.deadline", "5.9"};

        assertEquals(List.of(Integer.MAX_VALUE, 2), mostSteps(run(partial)));
        assertEquals(
                List.of(Integer.MAX_VALUE, Integer.MAX_VALUE),
                mostSteps(
                        run(
                                "devices.stragglers",
                                "partial",
                                "devices.deadline",
                                "5.9",
                                "compression.kind",
                                "sign")));
    }

    /** Of 9 s b's delay takes 4 and its ways 3. */
    @Test
    void areGivenNoTimeThatTheirDelayTakes() {
        TinyRun run =
                run(
                        "devices.stragglers",
                        "partial",
                        "devices.deadline",
                        "9",
                        "nodes.delay",
                        "[c02=4]");

        assertEquals(List.of(Integer.MAX_VALUE, 2), mostSteps(run));
    }

    /** c comes down and Δc_k goes up: 2 s and 4 s for the ways, which leave b 2.5 of 8.5. */
    @Test
    void areGivenNoTimeThatControlsTake() {
        TinyRun run =
                run(
                        "devices.stragglers",
                        "partial",
                        "devices.deadline",
                        "8.5",
                        "aggregation.rule",
                        "scaffold");

        assertEquals(List.of(Integer.MAX_VALUE, 2), mostSteps(run));
    }

    /** Nothing fits into 2 s. */
    @Test
    void areAskedForOneStepAtLeast() {
        TinyRun run = run("devices.stragglers", "partial", "devices.deadline", "2");

        assertEquals(List.of(1, 1), mostSteps(run));
    }

    @Test
    void comeLaterByTheirDelay() {
        TinyRun run = both(run("nodes.delay", "[c01=9]"));

        assertEquals(List.of(13.0, 6.0), seconds(run.permit(PROTECT_AND_SEND)));
    }

    /** a: 1 s · 2 W + 16 bytes · .5 J; b: 3 s · 2 W + 8 J; 3.6 MJ a kilowatt-hour. */
    @Test
    void costEnergyAndCarbon() {
        TinyRun run = both(run("devices.gramsPerKilowattHour", "1800"));
        RoundCosted cost = (RoundCosted) run.permit(PROTECT_AND_SEND).events.getLast();

        assertEquals(List.of(new NodeCost("a", 4, 10), new NodeCost("b", 6, 14)), cost.nodes());
        assertEquals(24, cost.joules());
        assertEquals(24 / 2000.0, cost.grams());
    }

    /** a: 2 s · 2 W + 8 J, b: 6 s · 2 W + 8 J; pooled rows train a single model. */
    @Test
    void trainTwoModelsUnderDitto() {
        TinyRun run = both(run("personal.kind", "ditto"));
        RoundCosted cost = (RoundCosted) run.permit(PROTECT_AND_SEND).events.getLast();

        assertEquals(List.of(new NodeCost("a", 5, 12), new NodeCost("b", 9, 20)), cost.nodes());
        assertEquals(2e-11, cost.pooling().seconds());
    }

    /** A pass forward over a row takes ⅓ s, so a needs 4⅓ s and b 7, at 2 W and 8 J for the way. */
    @Test
    void takeAThirdOfAPassForTheLossThatQFedAvgAsksFor() {
        TinyRun run = both(run("aggregation.rule", "qFedAvg"));
        RoundCosted cost = (RoundCosted) run.permit(PROTECT_AND_SEND).events.getLast();

        assertEquals(4 + 1 / 3., cost.nodes().get(0).seconds(), 1e-12);
        assertEquals(new NodeCost("b", 7, 16), cost.nodes().get(1));
        assertEquals(2e-11, cost.pooling().seconds(), 1e-20);
    }

    /** Until 6.9 s b has 3.9 s, of which one goes to the loss. */
    @Test
    void keepTimeForTheLossThatQFedAvgAsksFor() {
        String[] partial = {"devices.stragglers", "partial", "devices.deadline", "6.9"};
        assertEquals(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE), mostSteps(run(partial)));

        assertEquals(
                List.of(Integer.MAX_VALUE, 2),
                mostSteps(
                        run(
                                "devices.stragglers",
                                "partial",
                                "devices.deadline",
                                "6.9",
                                "aggregation.rule",
                                "qFedAvg")));
    }

    /** 4 rows of 10 operations on a server of 2·10¹² a second and 500 W. */
    @Test
    void areComparedWithTheSameRowsOnOneServer() {
        TinyRun run = both(run("devices.gramsPerKilowattHour", "1800"));
        RoundCosted cost = (RoundCosted) run.permit(PROTECT_AND_SEND).events.getLast();

        assertEquals(new Pooling(0, 2e-11, 1e-8, 1e-8 / 2000), cost.pooling());
    }

    /** 1 and 3 rows of 100 bytes at 4 bytes a second and .5 J a byte; receiving them is free. */
    @Test
    void areComparedWithUploadingTheRowsOnce() {
        RoundCosted cost =
                run("devices.gramsPerKilowattHour", "0").log.stream()
                        .filter(RoundCosted.class::isInstance)
                        .map(RoundCosted.class::cast)
                        .findFirst()
                        .orElseThrow();

        assertEquals(new Pooling(400, 75, 200, 0), cost.pooling());
        assertEquals(0, cost.joules());
    }

    /** Latency once, then the 300 bytes of b at 4 a second. */
    @Test
    void areComparedWithAnUploadThatTakesItsLatencyToo() {
        Device far = new Device("far", 10, 4, 8, 2, 1, 2, .5);
        TinyRun run = new TinyRun(TinyRun.scenario(), 2, new Equipment(List.of(far, far), 10, 100));

        RoundCosted beforehand = Costing.beforehand(run.plan, run.plan.scenario());
        assertEquals(77, beforehand.pooling().seconds());
    }

    @Test
    void stayOutWhereTheyAreDropped() {
        assertEquals(new RoundStarted(1, List.of("b")), started(run("nodes.dropped", "[c01]")));
    }

    @Test
    void leaveARoundEmptyWhereEverybodyIsDropped() {
        TinyRun run = run("nodes.dropped", "[c01, c02]");
        assertEquals(new RoundStarted(1, List.of(), "every node was dropped"), started(run));

        close(run.permit(PROTECT_AND_SEND));
        assertEquals(TinyRun.INITIAL, run.state.model());
    }

    @Test
    void leaveARoundEmptyWhereNobodyIsAvailable() {
        TinyRun run = run("devices.availability", "0", "nodes.dropped", "[c02]");

        assertEquals(
                new RoundStarted(1, List.of(), "no node was available: 1 dropped, 1 off line"),
                started(run));
    }

    private static TinyRun run(String... keysAndValues) {
        Equipment equipment = new Equipment(List.of(DEVICE, DEVICE), 10, 100);
        return new TinyRun(
                        TinyRun.scenario(keysAndValues).with("training.batchSize", "1"),
                        2,
                        equipment)
                .untilTraining();
    }

    /** Both nodes send what they were asked for in full: a step a row. */
    private static TinyRun both(TinyRun run) {
        return run.arrive(steps(run, 0, 1), steps(run, 1, 3));
    }

    private static ClientUpdate steps(TinyRun run, int client, int steps) {
        ClientUpdate any = run.update(client, 4, 0);
        return new ClientUpdate(client, any.round(), any.examples(), steps, .5, any.delta());
    }

    private static TinyRun close(TinyRun run) {
        return run.permit(COMBINE, federarium.event.Step.TEST_AND_REWARD)
                .give(new CoordinatorInput.ModelMeasured(TinyRun.evaluation(run.state.round())));
    }

    private static List<Double> seconds(TinyRun run) {
        return run.events.stream()
                .filter(UpdateReceived.class::isInstance)
                .map(event -> ((UpdateReceived) event).virtualSeconds())
                .toList();
    }

    private static double closed(TinyRun run) {
        return ((RoundClosed) run.events.getLast()).virtualSeconds();
    }

    private static UpdatesAggregated aggregated(TinyRun run) {
        return (UpdatesAggregated) run.events.getLast();
    }

    private static RoundStarted started(TinyRun run) {
        return run.log.stream()
                .filter(RoundStarted.class::isInstance)
                .map(RoundStarted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> mostSteps(TinyRun run) {
        return run.commands.stream()
                .map(command -> ((Train) command).training().mostSteps())
                .toList();
    }
}
