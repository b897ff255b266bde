package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.privacy.quantisation.RingVector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds of four nodes a, b, c, d with 1, 3, 4 and 8 examples, from the model (8, 0). */
class ConcealedMachineTest {
    /** What each node sent and was sent until its part was there. */
    private static final Traffic PART = new Traffic(100, 10);

    /** What opening the sum took. */
    private static final Traffic OPENING = new Traffic(7, 5);

    /** Levels of 2⁻¹⁸ come to (0, 1), and the weights to 1. */
    private static final RingVector SUM = RingVector.copyOf(0, 1 << 18, 1 << 21);

    @Test
    void goThroughFiveStepsInWhichOnlySumsAreAskedFor() {
        TinyRun run = run();
        assertEquals(List.of(0, 1, 2, 3), asked(run));

        run.train(0, 1, 2, 3);
        assertEquals(List.of(new AwaitPermission(1, PROTECT_AND_SEND)), run.commands);
        run.permit(PROTECT_AND_SEND);
        assertEquals(
                List.of(new CollectSum(1, List.of(0, 1, 2, 3), List.of(), terms(run, 4))),
                run.commands);
        run.give(collected(List.of(0, 1, 2, 3), Map.of()));
        assertEquals(List.of(new AwaitPermission(1, COMBINE)), run.commands);
        run.permit(COMBINE);
        assertEquals(List.of(new OpenSum(1, new SumRule(run.plan.scenario(), 1, 4))), run.commands);
        run.give(new SumOpened(1, SUM, OPENING));
        assertEquals(
                List.of(
                        new TellTaken(1, List.of(0, 1, 2, 3)),
                        new AwaitPermission(1, TEST_AND_REWARD)),
                run.commands);
        run.permit(TEST_AND_REWARD);
        assertEquals(List.of(new Measure(1, run.state.model())), run.commands);
        run.give(new ModelMeasured(TinyRun.evaluation(1)));
        assertInstanceOf(Checkpoint.class, run.commands.getFirst());
        assertEquals(new AwaitPermission(2, CHOOSE_AND_SEND), run.commands.getLast());
    }

    @Test
    void moveTheModelByWhatTheSumSays() {
        TinyRun run = opened(SUM);

        assertEquals(List.of(8f, 1f), values(run));
    }

    /** 16 examples in all; no share has a score, as nobody could look. */
    @Test
    void tellEachNodesShareOfTheExamples() {
        TinyRun run = opened(SUM);

        assertEquals(
                List.of(
                        new UpdatesAggregated(
                                1,
                                List.of(
                                        new Share("a", 1 / 16.),
                                        new Share("b", 3 / 16.),
                                        new Share("c", 4 / 16.),
                                        new Share("d", 8 / 16.)),
                                run.state.model().sha256())),
                run.events);
    }

    @Test
    void tellOfAPartOnlyThatItIsThereAndHowLongItIs() {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        run.give(collected(List.of(0, 1, 2, 3), Map.of()));

        assertEquals(
                new HiddenUpdateReceived(1, "a", "masked", PART.up(), 0), run.events.getFirst());
        assertEquals(4, events(run, HiddenUpdateReceived.class).size());
    }

    @Test
    void askNobodyForAPartWhoDidNotTrain() {
        TinyRun run = run().train(0, 2, 3).miss(1, "gone").permit(PROTECT_AND_SEND);

        assertEquals(
                new CollectSum(1, List.of(0, 2, 3), List.of(), terms(run, 3)),
                run.commands.getLast());
        run.give(collected(List.of(0, 2, 3), Map.of()));
        assertEquals(List.of(new UpdateRejected(1, "b", "gone")), refused(run));
    }

    @Test
    void askNobodyForAPartWhoseUpdateIsNotFinite() {
        TinyRun run = run().train(0, 1, 2);
        run.give(new TrainingEnded(1, 3, false)).permit(PROTECT_AND_SEND);

        assertEquals(List.of(0, 1, 2), ((CollectSum) run.commands.getLast()).clients());
        run.give(collected(List.of(0, 1, 2), Map.of()));
        assertEquals(List.of(new UpdateRejected(1, "d", Report.NOT_FINITE)), refused(run));
    }

    @Test
    void failWhereNoUpdateIsFinite() {
        TinyRun run = run();
        for (int client = 0; client < 4; client++) {
            run.give(new TrainingEnded(1, client, false));
        }
        run.permit(PROTECT_AND_SEND);

        assertInstanceOf(RunFailed.class, run.events.getLast());
        assertInstanceOf(Finish.class, run.commands.getLast());
    }

    /** b shares its keys, so that masks fit, and is 9 s late with its vector. */
    @Test
    void nameThoseWhoAreLateAndRefuseThemInWords() {
        TinyRun run =
                run(
                                "devices.stragglers",
                                "deadline",
                                "devices.deadline",
                                "5",
                                "nodes.delay",
                                "[c02=9]")
                        .train(0, 1, 2, 3)
                        .permit(PROTECT_AND_SEND);
        assertEquals(
                new CollectSum(1, List.of(0, 1, 2, 3), List.of(1), terms(run, 4)),
                run.commands.getLast());

        run.give(collected(List.of(0, 1, 2, 3), Map.of())).permit(COMBINE);
        assertEquals(
                List.of(new UpdateRejected(1, "b", "late: 9 s where the deadline is 5 s")),
                run.log.stream().filter(UpdateRejected.class::isInstance).toList());
        assertEquals(5, run.state.clock());
        run.give(new SumOpened(1, SUM, OPENING));
        assertEquals(new TellTaken(1, List.of(0, 2, 3)), run.commands.getFirst());
    }

    @Test
    void leaveThoseOutWhoDropOutWhileTheyHandIn() {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        run.give(collected(List.of(0, 1, 2, 3), Map.of(2, "the node has left")));
        assertEquals(List.of(new UpdateRejected(1, "c", "the node has left")), refused(run));

        run.permit(COMBINE).give(new SumOpened(1, SUM, OPENING));
        assertEquals(
                List.of(new Share("a", 1 / 12.), new Share("b", 3 / 12.), new Share("d", 8 / 12.)),
                aggregated(run).shares());
    }

    @Test
    void tellEverybodyWhyASumWasWithheldThatTooFewHandedIn() {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        run.give(
                new SumCollected(
                        1,
                        parts(List.of(0, 1, 2, 3)),
                        new TreeMap<>(Map.of(3, "gone")),
                        "too few"));
        assertEquals(
                List.of(
                        new UpdateRejected(1, "a", "too few"),
                        new UpdateRejected(1, "b", "too few"),
                        new UpdateRejected(1, "c", "too few"),
                        new UpdateRejected(1, "d", "gone")),
                refused(run));

        run.permit(COMBINE);
        assertLeftAlone(run);
    }

    @Test
    void tellEverybodyWhyASumWasWithheldThatCouldNotBeOpened() {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        run.give(collected(List.of(0, 1, 2, 3), Map.of(0, "gone"))).permit(COMBINE);
        run.give(new SumWithheld(1, "too few", OPENING));

        assertEquals(
                List.of(
                        new UpdateRejected(1, "b", "too few"),
                        new UpdateRejected(1, "c", "too few"),
                        new UpdateRejected(1, "d", "too few")),
                refused(run));
        assertLeftAlone(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "central", "distributed"})
    void askForNoSumOfFewerThanThree(String mechanism) {
        TinyRun run = run("privacy.mechanism", mechanism).train(0, 1).miss(2, "gone");
        run.miss(3, "gone").permit(PROTECT_AND_SEND);

        String reason = "a sum of 2 nodes would hide nothing, so it is not made; 3 are needed";
        assertEquals(
                List.of(new UpdateRejected(1, "a", reason), new UpdateRejected(1, "b", reason)),
                refused(run).subList(0, 2));
        assertEquals(List.of(new AwaitPermission(1, COMBINE)), run.commands);
        run.permit(COMBINE);
        assertLeftAlone(run);
    }

    @Test
    void countTheBytesOfEveryNodeAndOfTheOpeningBothWays() {
        TinyRun run = opened(SUM).permit(TEST_AND_REWARD);
        run.give(new ModelMeasured(TinyRun.evaluation(1)));

        assertEquals(new RoundClosed(1, 4 * 100 + 7, 4 * (8 + 10) + 5, 0), run.events.getLast());
    }

    @Test
    void countTheBytesOfASumThatWasWithheldToo() {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        run.give(collected(List.of(0, 1, 2, 3), Map.of(0, "gone"))).permit(COMBINE);
        run.give(new SumWithheld(1, "too few", OPENING)).permit(TEST_AND_REWARD);
        run.give(new ModelMeasured(TinyRun.evaluation(1)));

        assertEquals(new RoundClosed(1, 4 * 100 + 7, 4 * (8 + 10) + 5, 0), run.events.getLast());
    }

    private static void assertLeftAlone(TinyRun run) {
        assertEquals(TinyRun.INITIAL, run.state.model());
        assertEquals(List.of(), aggregated(run).shares());
        assertEquals(new TellTaken(1, List.of()), run.commands.getFirst());
    }

    private static TinyRun opened(RingVector sum) {
        TinyRun run = run().train(0, 1, 2, 3).permit(PROTECT_AND_SEND);
        return run.give(collected(List.of(0, 1, 2, 3), Map.of()))
                .permit(COMBINE)
                .give(new SumOpened(1, sum, OPENING));
    }

    private static TinyRun run(String... keysAndValues) {
        return new TinyRun(TinyRun.masked(keysAndValues), 4).untilTraining();
    }

    private static SumTerms terms(TinyRun run, int nodes) {
        return SumTerms.of(run.plan, run.state, nodes);
    }

    private static SumCollected collected(List<Integer> clients, Map<Integer, String> missing) {
        return new SumCollected(1, parts(clients), new TreeMap<>(missing), null);
    }

    private static TreeMap<Integer, Traffic> parts(List<Integer> clients) {
        TreeMap<Integer, Traffic> parts = new TreeMap<>();
        clients.forEach(client -> parts.put(client, PART));
        return parts;
    }

    private static List<Integer> asked(TinyRun run) {
        return run.commands.stream()
                .map(command -> ((TrainUnseen) command).request())
                .map(Train::client)
                .toList();
    }

    private static List<Float> values(TinyRun run) {
        return List.of(run.state.model().get(0), run.state.model().get(1));
    }

    private static List<UpdateRejected> refused(TinyRun run) {
        return events(run, UpdateRejected.class);
    }

    private static UpdatesAggregated aggregated(TinyRun run) {
        return events(run, UpdatesAggregated.class).getFirst();
    }

    private static <T extends FederationEvent> List<T> events(TinyRun run, Class<T> type) {
        return run.events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
