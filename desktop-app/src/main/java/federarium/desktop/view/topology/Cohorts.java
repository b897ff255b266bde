package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.event.Step;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.projection.NodeState;
import federarium.projection.NodeState.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pcollections.PVector;

/** Who is in the picture of this round, and what is written at them. */
final class Cohorts {
    private Cohorts() {}

    /** Whether the node is lit: in the round's cohort, or no round has begun. */
    static boolean lit(Frame frame, NodeState node) {
        return frame.state().round().cohort().isEmpty() || node.phase() != Phase.IDLE;
    }

    /** Why it takes no part, in a word; empty where it may. */
    static String absent(NodeState node, boolean dropped) {
        return dropped ? "dropped" : node.purse().away() ? "withdrew" : "";
    }

    /** Seats of the nodes in the round's cohort, in client order. */
    static List<Integer> seats(Frame frame) {
        return seats(frame, frame.state().round().cohort());
    }

    /** Seats of the nodes that train: the cohort, and who is still at it from rounds before. */
    static List<Integer> working(Frame frame) {
        Set<String> all = new LinkedHashSet<>(frame.state().round().cohort());
        for (NodeState node : frame.state().nodes().list()) {
            if (node.phase() == Phase.MODEL_SENT) {
                all.add(node.id());
            }
        }
        return seats(frame, all);
    }

    /** Seats of the nodes whose updates arrived in this round; before any did, of the cohort. */
    static List<Integer> sending(Frame frame) {
        List<String> nodes = new ArrayList<>();
        frame.state().round().received().forEach(update -> nodes.add(update.node()));
        frame.state().round().hidden().forEach(update -> nodes.add(update.node()));
        return nodes.isEmpty() ? seats(frame) : seats(frame, nodes);
    }

    private static List<Integer> seats(Frame frame, Collection<String> ids) {
        List<Integer> seats = new ArrayList<>();
        for (String id : ids) {
            Integer seat = frame.state().nodes().seats().get(id);
            if (seat != null) {
                seats.add(seat);
            }
        }
        return seats;
    }

    /** Whether two frames show the same nodes, linked in the same way. */
    static boolean same(Frame a, Frame b) {
        return Objects.equals(a.state().run(), b.state().run())
                && a.state().nodes().size() == b.state().nodes().size()
                && a.state().web().edges().equals(b.state().web().edges())
                && Objects.equals(a.state().web().peers(), b.state().web().peers());
    }

    /**
     * What is written below the hexagon in the middle.
     *
     * @param counts whether it counts what would else be seen to move
     */
    static String hub(Frame frame, boolean counts) {
        Step step = frame.step();
        if (frame.state().web().peers() != null || !counts || step == null) {
            return hub(frame);
        }
        int cohort = frame.state().round().cohort().size();
        return switch (step) {
            case CHOOSE_AND_SEND -> Figures.many(cohort, "model") + " sent";
            case TRAIN -> {
                int working = working(frame).size();
                yield working > cohort
                        ? Figures.many(working, "node") + " at work"
                        : frame.trained().size() + " of " + cohort + " trained";
            }
            case PROTECT_AND_SEND, COMBINE ->
                    Figures.many(sending(frame).size(), "update") + " received";
            case TEST_AND_REWARD -> hub(frame);
        };
    }

    private static String hub(Frame frame) {
        if (!frame.state().web().edges().isEmpty()) {
            return "root";
        }
        if (frame.state().web().peers() == null) {
            return "coordinator";
        }
        PVector<ConsensusMeasured> consensus = frame.state().web().consensus();
        return "mean of all models"
                + (consensus.isEmpty()
                        ? ""
                        : "; distance to it " + Figures.measure(consensus.getLast().distance()));
    }

    /** The node's own measure, as it is written below it. */
    static String score(Frame frame, NodeState node) {
        double value = Headline.of(frame.state()).of(node.score());
        return Double.isNaN(value) ? "–" : Figures.percent(value);
    }
}
