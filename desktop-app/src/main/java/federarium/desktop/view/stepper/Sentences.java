package federarium.desktop.view.stepper;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Noising;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.Step;
import federarium.event.WebEvent.EdgesCombined;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import federarium.projection.RoundPoint;
import federarium.scenario.Mode;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Says in one sentence what happened in a step of this round. */
final class Sentences {
    private Sentences() {}

    /** The sentence for the step that the frame is in. */
    static String of(Frame frame, Mode mode, Noising noising) {
        FederationState state = frame.state();
        Step step = frame.step();
        if (!frame.ready()) {
            return "Dealing the rows to the nodes.";
        }
        if (state.outcome().status() == FederationState.Status.COMPLETED) {
            return "Finished after %s. %s"
                    .formatted(Figures.many(frame.round(), Turn.of(mode).word()), measured(frame));
        }
        if (state.outcome().status() == FederationState.Status.FAILED) {
            String turn = Turn.of(mode).word();
            return "Stopped in %s %d; the %ss before are as they were."
                    .formatted(turn, frame.round(), turn);
        }
        if (step == null && frame.round() > 0) {
            return "As it was left after %s %d. Press play, or go step by step."
                    .formatted(Turn.of(mode).word(), state.points().size() - 1);
        }
        if (step == null) {
            long rows =
                    state.nodes().list().stream().mapToLong(node -> node.seat().examples()).sum();
            return "%s hold %s. Press play, or go step by step."
                    .formatted(
                            Figures.many(state.nodes().size(), "node"), Figures.many(rows, "row"));
        }
        if (state.web().peers() != null) {
            return GossipSentences.of(frame, step);
        }
        if (mode.arrivals() > 0) {
            return new AsynchronousSentences(frame, mode.arrivals()).of(step);
        }
        return switch (step) {
            case CHOOSE_AND_SEND -> choose(frame);
            case TRAIN -> train(frame);
            case PROTECT_AND_SEND -> send(state) + NoiseSentences.added(state, noising);
            case COMBINE ->
                    state.web().edges().isEmpty()
                            ? combine(state) + NoiseSentences.cut(state, noising)
                            : edges(frame);
            case TEST_AND_REWARD -> test(state);
        };
    }

    private static String measured(Frame frame) {
        return frame.state().web().peers() == null
                ? test(frame.state())
                : GossipSentences.test(frame);
    }

    private static String choose(Frame frame) {
        int cohort = frame.state().round().cohort().size();
        String nobody = frame.state().round().emptyBecause();
        if (nobody != null) {
            return "Nobody takes part: " + nobody + ".";
        }
        long out = frame.state().nodes().list().stream().filter(NodeState::sitsOut).count();
        return "%d of %s chosen; %s went to each.%s"
                .formatted(
                        cohort,
                        Figures.many(frame.state().nodes().size(), "node"),
                        Figures.bytes(frame.payload()),
                        out == 0 ? "" : " Budget spent, so out: %d.".formatted(out));
    }

    static String train(Frame frame) {
        List<UpdateReceived> updates = updates(frame.state());
        int cohort = frame.state().round().cohort().size();
        if (updates.size() < cohort) {
            return "Training on their own rows: %d of %d done."
                    .formatted(frame.trained().size(), cohort);
        }
        long steps = updates.stream().mapToLong(UpdateReceived::steps).sum();
        return "%s; mean loss %s."
                .formatted(Figures.many(steps, "local step"), Figures.measure(loss(updates)));
    }

    private static double loss(List<UpdateReceived> updates) {
        double sum = 0;
        double examples = 0;
        for (UpdateReceived update : updates) {
            sum += update.loss() * update.examples();
            examples += update.examples();
        }
        return sum / examples;
    }

    private static String send(FederationState state) {
        List<UpdateReceived> updates = updates(state);
        if (updates.isEmpty()) {
            return hidden(state.round().hidden());
        }
        double last = updates.stream().mapToDouble(UpdateReceived::virtualSeconds).max().orElse(0);
        return "%s, %s%s."
                .formatted(
                        Figures.many(updates.size(), "update"),
                        load(updates),
                        last == 0
                                ? ""
                                : ", the last after " + Figures.measure(last) + " s (simulated)");
    }

    /** Of updates of which nothing is seen. */
    private static String hidden(List<HiddenUpdateReceived> updates) {
        if (updates.isEmpty()) {
            return "No update has arrived yet.";
        }
        String form = updates.getFirst().form().equals("masked") ? "masked" : "encrypted";
        return "%s, of which nothing is seen, %s up."
                .formatted(
                        Figures.many(updates.size(), form + " update"),
                        Figures.bytes(
                                updates.stream().mapToLong(HiddenUpdateReceived::bytes).sum()));
    }

    /** How long updates are, and how many bytes. */
    static String load(List<UpdateReceived> updates) {
        DoubleSummaryStatistics norms =
                updates.stream().mapToDouble(UpdateReceived::norm).summaryStatistics();
        long bytes = updates.stream().mapToLong(UpdateReceived::bytes).sum();
        return range("norm", Figures.measure(norms.getMin()), norms)
                + ", "
                + Figures.bytes(bytes)
                + " up";
    }

    private static String edges(Frame frame) {
        int count = frame.state().web().edges().size();
        EdgesCombined combined = frame.state().web().combined();
        return Figures.many(count, "edge")
                + (count == 1 ? " averaged its" : " averaged their")
                + " nodes' updates; "
                + (combined != null && combined.round() == frame.round()
                        ? "the root combined %d of them.".formatted(combined.shares().size())
                        : "the root's model stays as it is.");
    }

    private static String range(String what, String least, DoubleSummaryStatistics all) {
        String most = Figures.measure(all.getMax());
        return least.equals(most) ? what + " " + least : what + "s " + least + " to " + most;
    }

    private static String combine(FederationState state) {
        UpdatesAggregated aggregate = state.round().aggregate();
        if (aggregate == null) {
            return "Combining the updates.";
        }
        if (aggregate.shares().isEmpty()) {
            return "No update was accepted; the model stays as it is.";
        }
        String refused =
                state.round().rejected().isEmpty()
                        ? ""
                        : "; %d refused".formatted(state.round().rejected().size());
        return Figures.capital(weights(aggregate.shares())) + refused + ".";
    }

    static String weights(List<Share> shares) {
        DoubleSummaryStatistics all =
                shares.stream().mapToDouble(Share::weight).summaryStatistics();
        String least = Figures.percent(all.getMin());
        String most = Figures.percent(all.getMax());
        return least.equals(most) ? "equal weights: " + least : "weights: " + least + " to " + most;
    }

    static String test(FederationState state) {
        Headline headline = Headline.of(state);
        ModelEvaluated evaluation = state.round().evaluation();
        if (evaluation == null) {
            return "Measuring the new model on held-out rows.";
        }
        NodeScore worst = headline.worst(evaluation);
        return Figures.capital(reached(state, evaluation))
                + (worst == null
                        ? "."
                        : ", worst node "
                                + Headline.name(state, worst.node())
                                + " "
                                + Figures.percent(headline.of(worst))
                                + ".")
                + own(state)
                + RewardSentences.paid(state);
    }

    /** The headline measure and by how much it rose. */
    static String reached(FederationState state, ModelEvaluated evaluation) {
        Headline headline = Headline.of(state);
        double value = headline.of(evaluation);
        double before = before(state, headline, evaluation.round());
        String gain = Double.isNaN(before) ? "" : " (" + Figures.points(value - before) + ")";
        return headline.words() + " " + Figures.percent(value) + gain;
    }

    private static String own(FederationState state) {
        PersonalModelsMeasured own = state.round().personal();
        return own == null
                ? ""
                : " The nodes' own models: accuracy %s.".formatted(Figures.percent(own.accuracy()));
    }

    private static double before(FederationState state, Headline headline, int round) {
        for (int i = state.points().size() - 1; i >= 0; i--) {
            RoundPoint point = state.points().get(i);
            if (point.round() < round) {
                return headline.of(point.evaluation());
            }
        }
        return Double.NaN;
    }

    private static List<UpdateReceived> updates(FederationState state) {
        return state.round().received();
    }
}
