package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.FederationEvent.YardsticksSkipped;
import federarium.event.PrivacyEvent.VisibilityDeclared;
import federarium.random.RandomStreams;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Training;
import federarium.selection.CohortSampler;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One run of two nodes and one round, input by input: each test is the next one. */
class RoundMachineTest {
    /** 1/4 · (4, 0) + 3/4 · (0, 4) on top of (8, 0). */
    private static final Weights COMBINED = Weights.copyOf(9, 3);

    private final TinyRun run = TinyRun.of(2, "rounds", "1");

    @Test
    void tellsOfTheNodesOwnModelsBeforeItClosesTheRound() {
        PersonalModelsMeasured own = new PersonalModelsMeasured(0, "ditto", .75, List.of());
        TinyRun run = TinyRun.of(2).give(new Begin());
        run.give(new ModelMeasured(TinyRun.evaluation(0), own));

        assertEquals(List.of(TinyRun.evaluation(0), own, new RoundClosed(0, 0, 0)), run.events);
    }

    @Test
    void beginsByTellingWhoTakesPartAndMeasuringTheInitialModel() {
        run.give(new Begin());

        assertEquals(
                List.of(
                        new RunStarted(
                                0,
                                "run-1",
                                "tiny",
                                1,
                                1,
                                "dense",
                                2,
                                "vector",
                                List.of("no", "yes"),
                                "accuracy"),
                        run.plan.nodes().get(0),
                        run.plan.nodes().get(1),
                        new VisibilityDeclared(0, Sights.of(run.plan.scenario())),
                        new ModelInitialized(0, TinyRun.INITIAL.sha256()),
                        new RoundCosted(0, List.of(), 0, 0, Pooling.NONE)),
                run.events);
        assertEquals(List.of(new Measure(0, TinyRun.INITIAL)), run.commands);
    }

    @Test
    void closesRoundZeroWithoutTrafficAndAsksToChoose() {
        run.give(new Begin()).give(new ModelMeasured(TinyRun.evaluation(0)));

        assertEquals(List.of(TinyRun.evaluation(0), new RoundClosed(0, 0, 0)), run.events);
        assertEquals(
                List.of(
                        new Checkpoint(0, TinyRun.INITIAL, Carried.NONE),
                        new AwaitPermission(1, CHOOSE_AND_SEND)),
                run.commands);
    }

    @Test
    void choosesTheCohortAndSendsItTheModel() {
        run.give(new Begin())
                .give(new ModelMeasured(TinyRun.evaluation(0)))
                .permit(CHOOSE_AND_SEND);

        assertEquals(
                List.of(
                        new RoundStarted(1, List.of("a", "b")),
                        new ModelSent(1, "a", 8),
                        new ModelSent(1, "b", 8)),
                run.events);
        assertEquals(List.of(new AwaitPermission(1, TRAIN)), run.commands);
    }

    @Test
    void letsEveryNodeOfTheCohortTrain() {
        run.untilTraining();
        Training training = new Training(.1, 1, 10);
        PersonalSpec global = new PersonalSpec.None();
        CompressionSpec whole = new CompressionSpec.None();

        assertEquals(List.of(), run.events);
        assertEquals(
                List.of(
                        new Train(1, 0, TinyRun.INITIAL, training, global, whole, 1, false, null),
                        new Train(1, 1, TinyRun.INITIAL, training, global, whole, 1, false, null)),
                run.commands);
    }

    @Test
    void waitsForTheLastUpdate() {
        run.untilTraining().arrive(run.update(1, 0, 4));

        assertEquals(List.of(), run.events);
        assertEquals(List.of(), run.commands);
    }

    @Test
    void asksToGoOnWhenTheLastUpdateIsThere() {
        trained();

        assertEquals(List.of(), run.events);
        assertEquals(List.of(new AwaitPermission(1, PROTECT_AND_SEND)), run.commands);
    }

    @Test
    void tellsOfTheUpdatesInClientOrderThoughTheyCameInAnother() {
        trained().permit(PROTECT_AND_SEND);

        assertEquals(
                List.of(
                        new UpdateReceived(1, "a", 1, 1, .5, 4, 8),
                        new UpdateReceived(1, "b", 3, 1, .5, 4, 8)),
                run.events.subList(0, 2));
        assertEquals(List.of(new AwaitPermission(1, COMBINE)), run.commands);
    }

    @Test
    void combinesTheUpdatesByTheirExamples() {
        trained().permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(
                List.of(
                        new UpdatesAggregated(
                                1,
                                List.of(new Share("a", 1 / 4.0), new Share("b", 3 / 4.0)),
                                COMBINED.sha256())),
                run.ofTheRule());
        assertEquals(COMBINED, run.state.model());
        assertEquals(
                List.of(new TellTaken(1, List.of(0, 1)), new AwaitPermission(1, TEST_AND_REWARD)),
                run.commands);
    }

    @Test
    void measuresTheCombinedModel() {
        trained().permit(PROTECT_AND_SEND, COMBINE, TEST_AND_REWARD);

        assertEquals(List.of(), run.events);
        assertEquals(List.of(new Measure(1, COMBINED)), run.commands);
    }

    @Test
    void closesTheLastRoundWithItsTrafficAndAsksForTheYardsticks() {
        trained().close();

        assertEquals(List.of(TinyRun.evaluation(1), new RoundClosed(1, 16, 16)), run.events);
        assertEquals(
                List.of(new Checkpoint(1, COMBINED, Carried.NONE), new AwaitYardsticks()),
                run.commands);
    }

    @Test
    void completesTheRunWithTheYardsticks() {
        FederationEvent skipped = new YardsticksSkipped(1, "more than 100 nodes");
        trained().close().give(new YardsticksReady(List.of(skipped)));

        assertEquals(List.of(skipped, new RunCompleted(1, COMBINED.sha256())), run.events);
        assertEquals(List.of(new Finish(COMBINED)), run.commands);
    }

    @Test
    void asksForTheNextRoundWhileThereIsOne() {
        TinyRun longer = TinyRun.of(2, "rounds", "2").untilTraining();
        longer.arrive(longer.update(0, 4, 0), longer.update(1, 0, 4)).close();

        assertEquals(new AwaitPermission(2, CHOOSE_AND_SEND), longer.commands.getLast());
    }

    @Test
    void drawsTheCohortFromTheRoundsOwnStream() {
        TinyRun eight = TinyRun.of(8, "cohort.fraction", ".25").untilTraining();
        List<Integer> drawn = CohortSampler.fixed(8, 2, new RandomStreams(1).stream("cohort", 1));

        assertEquals(drawn, eight.state.gathering().cohort());
        assertEquals(drawn.size(), eight.commands.size());
    }

    /** Nobody is chosen, nobody trains: the model stays, bit for bit, and the round is closed. */
    @Test
    void leavesTheModelAloneWhereNobodyIsChosen() {
        TinyRun empty =
                TinyRun.of(2, "cohort.sampling", "poisson", "cohort.fraction", "1e-9")
                        .untilTraining();
        assertEquals(List.of(new AwaitPermission(1, PROTECT_AND_SEND)), empty.commands);

        empty.permit(PROTECT_AND_SEND, COMBINE);
        assertEquals(
                List.of(new UpdatesAggregated(1, List.of(), TinyRun.INITIAL.sha256())),
                empty.events);

        empty.permit(TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(1)));
        assertEquals(new RoundClosed(1, 0, 0), empty.events.getLast());
    }

    @Test
    void givesTheSameTransitionToTheSameInputFromTheSameState() {
        run.untilTraining();
        RoundState before = run.state;
        CoordinatorInput input = new UpdateArrived(run.update(0, 4, 0));
        Transition first = run.machine.step(before, input);
        run.machine.step(first.state(), new UpdateArrived(run.update(1, 0, 4)));

        assertEquals(first, run.machine.step(before, input));
        assertEquals(0, before.gathering().reports().size(), "the state before is as it was");
    }

    @Test
    void drawsTheSameCohortFromTheSameStateEveryTime() {
        TinyRun eight =
                TinyRun.of(8, "cohort.fraction", ".5")
                        .give(new Begin())
                        .give(new ModelMeasured(TinyRun.evaluation(0)));
        CoordinatorInput permission = new StepPermitted(1, CHOOSE_AND_SEND);
        Transition first = eight.machine.step(eight.state, permission);

        assertEquals(4, first.state().gathering().cohort().size());
        assertEquals(first, eight.machine.step(eight.state, permission));
    }

    private TinyRun trained() {
        run.untilTraining();
        return run.arrive(run.update(1, 0, 4), run.update(0, 4, 0));
    }
}
