package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.coordinator.CoordinatorCommand.AwaitArrivals;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.device.Device;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.TrainingStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row takes a second. Nodes a, b and c hold 1, 3 and 4 rows: they take 1, 3 and 4 s. */
class AsynchronousRoundsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Device DEVICE = new Device("device", 1, INFINITY, INFINITY, 0, 1, 0, 0);

    @Test
    void beginWithEverybodyInTheirPlaces() {
        TinyRun run = async(3);

        assertEquals(
                List.of(new RoundStarted(1, List.of("a", "b", "c"))),
                of(RoundStarted.class, run.log));
        assertEquals(
                List.of(
                        new TrainingStarted(1, "a", 1, 0, 1),
                        new TrainingStarted(1, "b", 2, 0, 3),
                        new TrainingStarted(1, "c", 3, 0, 4)),
                of(TrainingStarted.class, run.log));
        assertEquals(List.of(1, 2, 3), numbers(run));
    }

    /** c answers first, b next, but a is virtually the first. */
    @Test
    void waitForTheUpdateThatIsVirtuallyNext() {
        TinyRun run = async(3);
        answer(run, 3, 2, 8);
        answer(run, 2, 1, 8);
        assertEquals(List.of(), run.commands);
        assertTrue(run.state.asked() instanceof AwaitArrivals);

        answer(run, 1, 0, 8);
        assertEquals(List.of(new AwaitPermission(1, PROTECT_AND_SEND)), run.commands);
        assertEquals(1, run.state.clock());
    }

    /** α = .6 for a: x = 8 + .6 · 5; b's 8 is one version behind: .6 ÷ √2. */
    @Test
    void mixInOneUpdateARoundByItsStaleness() {
        TinyRun run = async(3);
        answer(run, 1, 0, 5);
        close(run);
        assertEquals(List.of(share("a", .6, 0)), shares(run, 1));
        assertEquals(11, run.state.model().get(0), 1e-6);
        assertEquals(List.of(new RoundClosed(1, 8, 3 * 8, 1)), lastClosed(run));

        run.permit(CHOOSE_AND_SEND, TRAIN);
        assertEquals(List.of("a"), of(RoundStarted.class, run.log).getLast().cohort());
        assertEquals(
                new TrainingStarted(2, "a", 4, 1, 2), of(TrainingStarted.class, run.log).getLast());

        answer(run, 4, 0, 0);
        close(run);
        assertEquals(List.of(share("a", .6, 0)), shares(run, 2));
        run.permit(CHOOSE_AND_SEND, TRAIN);
        answer(run, 2, 1, 8);
        answer(run, 5, 0, 0);
        close(run);
        run.permit(CHOOSE_AND_SEND, TRAIN);
        assertEquals(List.of(share("a", .6, 0)), shares(run, 3));
    }

    /** Both a and b are there at 3 s: a is the lower one, b comes in the round after. */
    @Test
    void giveATieToTheLowerClientAndStaleOnesLess() {
        TinyRun run = async(3);
        for (int round = 1; round <= 3; round++) {
            answer(run, round == 1 ? 1 : round + 2, 0, 0);
            close(run).permit(CHOOSE_AND_SEND, TRAIN);
        }
        answer(run, 2, 1, 8);
        close(run);

        assertEquals(List.of(share("b", .6 / 2, 3)), shares(run, 4));
        assertEquals(3, run.state.clock());
        assertEquals(8 + .3 * 8, run.state.model().get(0), 1e-6);
    }

    /** b's model is 8 + 8, from version 0; the global one is 11 by then: 11 + .3 · (16 − 11). */
    @Test
    void mixInAModelThatBeganAtAnOlderVersion() {
        TinyRun run = async(3);
        for (int round = 1; round <= 3; round++) {
            answer(run, round == 1 ? 1 : round + 2, 0, round == 1 ? 5 : 0);
            close(run).permit(CHOOSE_AND_SEND, TRAIN);
        }
        answer(run, 2, 1, 8);
        close(run);

        assertEquals(12.5, run.state.model().get(0), 1e-6);
    }

    /** K = 2: a at 1 s, replaced by itself at once, and there again at 2 s. */
    @Test
    void fillABufferAndReplaceWhoArrivedAtOnce() {
        TinyRun run = buffered(3, "2");
        answer(run, 1, 0, 4);
        assertEquals(List.of(4), numbers(run));

        answer(run, 4, 0, 8);
        run.permit(PROTECT_AND_SEND);
        assertEquals(
                List.of("UpdateReceived", "ModelSent", "TrainingStarted", "UpdateReceived"),
                run.events.stream().limit(4).map(each -> each.getClass().getSimpleName()).toList());
        assertEquals(new TrainingStarted(1, "a", 4, 1, 2), run.events.get(2));

        run.permit(COMBINE, TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(1)));
        assertEquals(List.of(share("a", .5, 0), share("a", .5, 0)), shares(run, 1));
        assertEquals(14, run.state.model().get(0));
        assertEquals(List.of(new RoundClosed(1, 16, 4 * 8, 2)), lastClosed(run));
    }

    /** Of b and c, both of version 0, b arrives in round 2 at 3 s: 8 ÷ √2 ÷ 1. */
    @Test
    void divideByTheRootOfStalenessInABuffer() {
        TinyRun run = buffered(2, "1");
        answer(run, 1, 0, 0);
        close(run).permit(CHOOSE_AND_SEND, TRAIN);
        answer(run, 3, 0, 0);
        close(run).permit(CHOOSE_AND_SEND, TRAIN);
        answer(run, 4, 0, 0);
        close(run).permit(CHOOSE_AND_SEND, TRAIN);
        answer(run, 2, 1, 4);
        close(run);

        assertEquals(List.of(share("b", 1 / Math.sqrt(4), 3)), shares(run, 4));
        assertEquals(10, run.state.model().get(0), 1e-6);
    }

    @Test
    void doWithoutAClientThatVanished() {
        TinyRun run = async(3);
        run.give(new UpdateMissing(1, 0, "the node has left"));
        assertTrue(run.state.asked() instanceof AwaitArrivals);

        answer(run, 2, 1, 4);
        run.permit(PROTECT_AND_SEND);
        assertEquals(
                List.of(new UpdateRejected(1, "a", "the node has left")),
                of(UpdateRejected.class, run.events));
        assertEquals(
                List.of("b"),
                of(UpdateReceived.class, run.events).stream().map(UpdateReceived::node).toList());
    }

    @Test
    void goOnWithTheSameModelWhereAllHaveVanished() {
        TinyRun run = async(2);
        run.give(new UpdateMissing(1, 0, "gone")).give(new UpdateMissing(2, 1, "gone"));
        close(run);

        assertEquals(List.of(), shares(run, 1));
        assertEquals(TinyRun.INITIAL, run.state.model());
    }

    @Test
    void takeTheNextUpdateWhereOneIsNotFinite() {
        TinyRun run = async(2);
        answer(run, 1, 0, Float.NaN);
        answer(run, 2, 1, 0);
        close(run);

        assertEquals(List.of(share("b", .6, 0)), shares(run, 1));
    }

    /** One pass over a's row is a single step. */
    @Test
    void refuseMoreStepsThanAClientWasSentFor() {
        TinyRun run = async(2);
        run.give(new UpdateArrived(new ClientUpdate(0, 1, 1, 2, .5, Weights.copyOf(8, 0))));
        answer(run, 2, 1, 0);
        run.permit(PROTECT_AND_SEND);

        assertEquals(
                List.of(
                        new UpdateRejected(
                                1, "a", "claims 2 training steps where its plan has at most 1")),
                of(UpdateRejected.class, run.events));
    }

    /** b was sent for one step on 3 rows: 3 J, though a step has been on a single row since. */
    @Test
    void costWhatAClientWasSentFor() {
        Device thirsty = new Device("device", 1, INFINITY, INFINITY, 0, 1, 1, 0);
        TinyRun run =
                begin(
                        new TinyRun(
                                TinyRun.scenario("rounds", "9", "mode", "fedAsync"),
                                2,
                                new Equipment(List.of(thirsty, thirsty), 1, 0)));
        run.give(new SettingRequested("training.batchSize", "1"));
        for (int number : List.of(1, 3, 4)) {
            answer(run, number, 0, 0);
            close(run).permit(CHOOSE_AND_SEND, TRAIN);
        }
        answer(run, 2, 1, 0);
        close(run);

        RoundCosted cost = of(RoundCosted.class, run.log).getLast();
        assertEquals(List.of(new NodeCost("b", 3, 3)), cost.nodes());
        assertEquals(3 / 2e12, cost.pooling().seconds());
    }

    @Test
    void failWhereNoUpdateIsFinite() {
        TinyRun run = async(1);
        answer(run, 1, 0, Float.NaN);
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertTrue(run.events.getFirst() instanceof RunFailed);
    }

    @Test
    void areIgnoredUnderAnotherNumber() {
        TinyRun run = async(2);
        RoundState before = run.state;
        run.give(new UpdateArrived(update(7, 0, 1))).give(new UpdateArrived(update(1, 1, 1)));

        assertEquals(before, run.state);
    }

    /** In round 2 a client is sent for the fourth time, under the number 4. */
    @Test
    void trainAtTheRateOfTheRoundTheyWereSentIn() {
        TinyRun run =
                start(3, "rounds", "9", "mode", "fedAsync", "training.learningRateDecay", ".5");
        answer(run, 1, 0, 0);
        close(run).permit(CHOOSE_AND_SEND, TRAIN);

        Train train = (Train) run.commands.getFirst();
        assertEquals(4, train.round());
        assertEquals(.1 * .5, train.training().rate(train.round()));
    }

    /** Node c trains from version 0 while versions 1 and 2 are made. */
    @Test
    void keepTheVersionsThatSomebodyStillTrainsFrom() {
        TinyRun run = async(3);
        answer(run, 1, 0, 5);
        close(run);

        assertEquals(List.of("version.0"), List.copyOf(run.state.carried().named().keySet()));
        assertEquals(TinyRun.INITIAL, run.state.carried().named().get("version.0"));
    }

    @Test
    void sayWhyNobodyIsInTraining() {
        TinyRun run =
                new TinyRun(
                        TinyRun.scenario("mode", "fedAsync", "nodes.dropped", "[c01, c02]"),
                        2,
                        new Equipment(List.of(DEVICE, DEVICE), 1, 0));
        close(begin(run));

        assertEquals(
                new RoundStarted(1, List.of(), "every node was dropped"),
                of(RoundStarted.class, run.log).getFirst());
    }

    private static TinyRun async(int nodes) {
        return start(nodes, "rounds", "9", "mode", "fedAsync");
    }

    private static TinyRun buffered(int nodes, String size) {
        return start(nodes, "rounds", "9", "mode", "fedBuff", "aggregation.bufferSize", size);
    }

    private static TinyRun start(int nodes, String... keysAndValues) {
        Device[] devices = new Device[nodes];
        Arrays.fill(devices, DEVICE);
        return begin(
                new TinyRun(
                        TinyRun.scenario(keysAndValues),
                        nodes,
                        new Equipment(List.of(devices), 1, 0)));
    }

    private static TinyRun begin(TinyRun run) {
        return run.give(new Begin())
                .give(new ModelMeasured(TinyRun.evaluation(0)))
                .permit(CHOOSE_AND_SEND, TRAIN);
    }

    private static void answer(TinyRun run, int number, int client, float delta) {
        run.give(new UpdateArrived(update(number, client, delta)));
    }

    private static ClientUpdate update(int number, int client, float delta) {
        return new ClientUpdate(client, number, 1, 1, .5, Weights.copyOf(delta, 0));
    }

    private static TinyRun close(TinyRun run) {
        return run.permit(PROTECT_AND_SEND, COMBINE, TEST_AND_REWARD)
                .give(new ModelMeasured(TinyRun.evaluation(run.state.round())));
    }

    private static List<Integer> numbers(TinyRun run) {
        return run.commands.stream()
                .filter(Train.class::isInstance)
                .map(command -> ((Train) command).round())
                .toList();
    }

    private static List<Share> shares(TinyRun run, int round) {
        return of(UpdatesAggregated.class, run.log).stream()
                .filter(each -> each.round() == round)
                .findFirst()
                .orElseThrow()
                .shares();
    }

    private static Share share(String node, double weight, int staleness) {
        return new Share(node, weight, new RuleScore("staleness", staleness));
    }

    private static List<RoundClosed> lastClosed(TinyRun run) {
        return List.of(of(RoundClosed.class, run.log).getLast());
    }

    private static <E extends FederationEvent> List<E> of(
            Class<E> type, List<FederationEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
