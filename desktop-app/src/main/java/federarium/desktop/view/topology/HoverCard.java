package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Earnings;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Suspicion;
import federarium.desktop.text.Figures;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.FederationEvent.RunStarted;
import federarium.projection.NodeState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Three lines on the node under the pointer, and what the rule, its budget and its purse say of it.
 */
final class HoverCard extends VBox {
    private final Label name = new Label();
    private final Label rows = new Label();
    private final Label model = new Label();
    private final Label refused = new Label();
    private final Label budget = new Label();
    private final Label credits = new Label();

    HoverCard() {
        setId("hover-card");
        getStyleClass().add("hover-card");
        name.getStyleClass().add("hover-name");
        refused.setId("hover-refused");
        refused.getStyleClass().add("refused");
        budget.setId("hover-budget");
        credits.setId("hover-credits");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(name, rows, model, refused, budget, credits);
    }

    void show(
            Frame frame,
            NodeState node,
            String hindered,
            Allowance allowance,
            Seat seat,
            Pane within) {
        name.setText(node.seat().name() + ", " + node.seat().device() + " (simulated)");
        rows.setText(
                Figures.many(node.seat().examples(), "example") + ", " + commonest(frame, node));
        model.setText(
                hindered.isEmpty()
                        ? standing(frame, node)
                        : hindered + "; " + standing(frame, node));
        line(refused, Figures.capital(Suspicion.words(frame.state(), node)));
        line(budget, allowance.words());
        line(credits, Figures.capital(Earnings.words(node.purse())));
        setVisible(true);
        applyCss();
        double width = prefWidth(-1);
        double height = prefHeight(width);
        double x = seat.x() + seat.radius() + 12;
        if (x + width > within.getWidth() - 8) {
            x = seat.x() - seat.radius() - 12 - width;
        }
        double y = Math.min(within.getHeight() - height - 8, seat.y() - height / 2);
        resizeRelocate(Math.max(8, Math.round(x)), Math.max(8, Math.round(y)), width, height);
    }

    /** A line that is there where there is something to say. */
    private static void line(Label line, String words) {
        line.setText(words);
        line.setManaged(!words.isEmpty());
        line.setVisible(!words.isEmpty());
    }

    private static String standing(Frame frame, NodeState node) {
        List<String> parts = new ArrayList<>();
        Headline headline = Headline.of(frame.state());
        double score = headline.of(node.score());
        if (!Double.isNaN(score)) {
            parts.add(headline.words() + " " + Figures.percent(score) + whose(frame));
        }
        double own = headline.of(node.own());
        if (!Double.isNaN(own) && own != score) {
            parts.add("its own model " + Figures.percent(own));
        }
        Double share = node.share();
        if (share != null) {
            parts.add("weight " + Figures.percent(share));
        }
        if (parts.isEmpty()) {
            return "no held-out rows of its own";
        }
        return String.join(", ", parts);
    }

    /** Whose model that is, where it is not the global one. */
    private static String whose(Frame frame) {
        if (frame.state().web().peers() != null) {
            return " with its own model";
        }
        return frame.state().web().edges().isEmpty() ? "" : " with its edge's model";
    }

    /** The labels that it holds most of, in words. */
    static String commonest(Frame frame, NodeState node) {
        RunStarted run = frame.state().run();
        List<Integer> counts = node.seat().labelCounts();
        if (run == null || counts.isEmpty()) {
            return "labels unknown";
        }
        List<Integer> order =
                IntStream.range(0, counts.size())
                        .boxed()
                        .filter(label -> counts.get(label) > 0)
                        .sorted(Comparator.comparing(counts::get, Comparator.reverseOrder()))
                        .toList();
        String most =
                order.stream()
                        .limit(counts.size() <= 3 ? 1 : 3)
                        .map(label -> run.labels().get(label))
                        .collect(Collectors.joining(", "));
        boolean few = order.size() <= 3 && order.size() < counts.size();
        return few ? "only " + most : "most of them " + most;
    }
}
