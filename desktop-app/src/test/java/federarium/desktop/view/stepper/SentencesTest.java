package federarium.desktop.view.stepper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Noising;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.LiveSignal.NodeTrained;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import federarium.event.Step;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.EdgeSeat;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.PeersLinked;
import federarium.scenario.Mode;
import federarium.scenario.Privacy.Mechanism;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private Frame frame = Frame.EMPTY;
    private Mode mode = new Mode.Synchronous();
    private Noising noising = Noising.NONE;

    @Test
    void eachStepSaysItsNumbers() {
        begin();
        frame = frame.after(new Paused(1, Step.CHOOSE_AND_SEND));
        says("2 nodes hold 400 rows. Press play, or go step by step.");
        enter(Step.CHOOSE_AND_SEND);
        tell(new RoundStarted(1, List.of("c01", "c02")));
        tell(new ModelSent(1, "c01", 9640));
        tell(new ModelSent(1, "c02", 9640));
        says("2 of 2 nodes chosen; 9.6 kB went to each.");
        enter(Step.TRAIN);
        frame = frame.after(new NodeTrained(1, "c02"));
        says("Training on their own rows: 1 of 2 done.");
        enter(Step.PROTECT_AND_SEND);
        says("No update has arrived yet.");
        tell(new UpdateReceived(1, "c01", 100, 10, 0.5, 0.8, 9640));
        tell(new UpdateReceived(1, "c02", 300, 30, 0.1, 1.3, 9640));
        says("2 updates, norms 0.80 to 1.30, 19 kB up.");
        enter(Step.COMBINE);
        tell(new UpdatesAggregated(1, List.of(new Share("c01", .25), new Share("c02", .75)), "aa"));
        says("Weights: 25.0 % to 75.0 %.");
        enter(Step.TEST_AND_REWARD);
        measure(1, 0.942, 0.901);
        says("Accuracy 94.2 % (+84.2), worst node Bank B 90.1 %.");
        tell(new PersonalModelsMeasured(1, "ditto", .971, List.of()));
        says(
                "Accuracy 94.2 % (+84.2), worst node Bank B 90.1 %. The nodes' own models:"
                        + " accuracy 97.1 %.");
    }

    @Test
    void whatTheRoundPaidIsSaidWhereItIsTested() {
        begin();
        enter(Step.TEST_AND_REWARD);
        tell(new RoundStarted(1, List.of("c01", "c02")));
        measure(1, 0.942, 0.901);
        tell(
                new CreditsPaid(
                        1,
                        "gtg",
                        10,
                        List.of(new Payment("c01", -1.25, 3), new Payment("c02", 9, 11))));
        says(
                "Accuracy 94.2 % (+84.2), worst node Bank B 90.1 %. Paid by gtg: 7.8 of 10.0"
                        + " credits, most to Bank B (+9.0).");
    }

    @Test
    void whatIsCutAndNoisedIsSaidWhereItIsCombined() {
        begin();
        enter(Step.CHOOSE_AND_SEND);
        tell(new RoundStarted(1, List.of("c01")));
        tell(new BudgetsSpent(1, List.of("c02")));
        tell(new ModelSent(1, "c01", 9640));
        says("1 of 2 nodes chosen; 9.6 kB went to each. Budget spent, so out: 1.");
        tell(new UpdateReceived(1, "c01", 100, 10, 0.5, 2.5, 9640));
        tell(new UpdatesAggregated(1, List.of(new Share("c01", 1)), "aa"));
        noising = new Noising(Mechanism.CENTRAL, 2, 3, false, false);
        enter(Step.COMBINE);
        says("Equal weights: 100.0 %.");
        noising = new Noising(Mechanism.CENTRAL, 2, 3, false, true);
        says(
                "Equal weights: 100.0 %. 1 of 1 cut to norm 2.00; noise of deviation 3.00 added to"
                        + " the sum.");
    }

    @Test
    void whatNodesCutAndNoisedThemselvesIsSaidWhereItIsSent() {
        begin();
        tell(new RoundStarted(1, List.of("c01")));
        enter(Step.PROTECT_AND_SEND);
        noising = new Noising(Mechanism.LOCAL, 2, 3, false, false);
        says("No update has arrived yet.");
        tell(new UpdateReceived(1, "c01", 100, 10, 0.5, 2.5, 9640));
        says(
                "1 update, norm 2.50, 9.6 kB up. Nodes cut them to norm 2.00 and added noise of"
                        + " deviation 3.00.");
        noising = new Noising(Mechanism.DP_SGD, 2, 3, false, false);
        says(
                "1 update, norm 2.50, 9.6 kB up. In 10 steps rows' gradients were cut to norm"
                        + " 2.00 and noised by 3.00.");
    }

    @Test
    void ofHiddenUpdatesItSaysOnlyHowManyThereAre() {
        begin();
        tell(new RoundStarted(1, List.of("c01")));
        enter(Step.PROTECT_AND_SEND);
        tell(new HiddenUpdateReceived(1, "c01", "masked", 9640, 1));
        says("1 masked update, of which nothing is seen, 9.6 kB up.");
        noising = new Noising(Mechanism.DISTRIBUTED, 2, 3, false, false);
        says(
                "1 masked update, of which nothing is seen, 9.6 kB up. Nodes cut them to norm 2.00"
                        + " and added shares of noise: 3.00 or more in the sum.");
    }

    @Test
    void betweenRoundsOfTheRootOnlyEdgesCombine() {
        begin();
        tell(new EdgesAssigned(0, List.of(new EdgeSeat("e1", List.of("c01", "c02")))));
        tell(new RoundStarted(1, List.of("c01", "c02")));
        enter(Step.COMBINE);
        says("1 edge averaged its nodes' updates; the root's model stays as it is.");
        tell(new EdgesCombined(1, List.of(new Share("e1", 1)), "aa", 9640, 9640));
        says("1 edge averaged its nodes' updates; the root combined 1 of them.");
    }

    @Test
    void withoutACoordinatorItSaysHowFarNodesAreApart() {
        begin();
        tell(new PeersLinked(0, "ring", List.of(List.of(1), List.of())));
        enter(Step.CHOOSE_AND_SEND);
        tell(new RoundStarted(1, List.of("c02")));
        says("1 of 2 nodes awake; the others keep their models.");
        enter(Step.TEST_AND_REWARD);
        measure(1, 0.942, 0.901);
        tell(new ConsensusMeasured(1, .57, .2, .8));
        says(
                "Mean of all models: accuracy 94.2 % (+84.2). Worst node's own model, on its own"
                        + " rows: Bank B 90.1 %. Distance to consensus 0.57.");
    }

    @Test
    void whereNobodyWaitsArrivalsMakeAVersion() {
        mode = new Mode.FedBuff(2);
        begin();
        enter(Step.CHOOSE_AND_SEND);
        tell(new RoundStarted(1, List.of("c01", "c02")));
        tell(new ModelSent(1, "c01", 9640));
        tell(new ModelSent(1, "c02", 9640));
        says("2 nodes begin from version 0 (9.6 kB); 2 of 2 nodes at work.");
        enter(Step.TRAIN);
        says("2 of 2 nodes at work, none waits for another; the next 2 updates make version 1.");
        enter(Step.PROTECT_AND_SEND);
        tell(new UpdateReceived(1, "c01", 100, 10, 0.5, 0.8, 9640, 1.5));
        tell(new UpdateReceived(1, "c02", 300, 30, 0.1, 1.3, 9640, 30));
        says(
                "2 updates in, norms 0.80 to 1.30, 19 kB up; under way for 1.50 to 30.0 s"
                        + " (simulated).");
        enter(Step.COMBINE);
        tell(
                new UpdatesAggregated(
                        1,
                        List.of(
                                new Share("c01", .25, new RuleScore("staleness", 0)),
                                new Share("c02", .75, new RuleScore("staleness", 3))),
                        "aa"));
        says("Version 1 is made of 2 updates; weights: 25.0 % to 75.0 %, up to 3 versions behind.");
        enter(Step.TEST_AND_REWARD);
        measure(1, 0.942, 0.901);
        says("Version 1: accuracy 94.2 % (+84.2), worst node Bank B 90.1 %.");
    }

    @Test
    void aPlaceThatIsTakenIsNotFilled() {
        mode = new Mode.FedAsync(.6, "constant", .5, 4);
        begin();
        tell(new ModelSent(1, "c01", 9640));
        enter(Step.CHOOSE_AND_SEND);
        tell(new RoundStarted(2, List.of()));
        says("No place is free: 1 of 2 nodes at work.");
        frame = frame.after(new StepEntered(2, Step.TRAIN));
        says("1 of 2 nodes at work, none waits for another; the next update makes version 2.");
    }

    @Test
    void trainingIsSummedUpOnceUpdatesAreIn() {
        begin();
        tell(new RoundStarted(1, List.of("c01", "c02")));
        tell(new UpdateReceived(1, "c01", 100, 10, 0.5, 0.8, 9640));
        tell(new UpdateReceived(1, "c02", 300, 30, 0.1, 1.3, 9640));
        enter(Step.TRAIN);
        says("40 local steps; mean loss 0.20.");
    }

    private void begin() {
        tell(
                new RunStarted(
                        0,
                        "r",
                        "digits",
                        1,
                        50,
                        "dense",
                        2410,
                        "vector",
                        List.of("0", "1"),
                        "accuracy"));
        tell(new NodeJoined(0, "c01", "Bank A", 100, 10, List.of(50, 50)));
        tell(new NodeJoined(0, "c02", "Bank B", 300, 30, List.of(300, 0)));
        tell(new ModelInitialized(0, "00"));
        measure(0, 0.1, 0.05);
        tell(new RoundClosed(0, 0, 0));
    }

    private void measure(int round, double accuracy, double worst) {
        tell(
                new ModelEvaluated(
                        round,
                        accuracy,
                        1,
                        null,
                        null,
                        List.of(
                                new NodeScore("c01", accuracy, null),
                                new NodeScore("c02", worst, null))));
    }

    private void enter(Step step) {
        frame = frame.after(new StepEntered(1, step));
    }

    private void tell(FederationEvent event) {
        frame = frame.after(event);
    }

    private void says(String sentence) {
        assertEquals(sentence, Sentences.of(frame, mode, noising));
    }
}
