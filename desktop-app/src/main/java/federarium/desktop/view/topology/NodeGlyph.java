package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Earnings;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.projection.NodeState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A node: a circle with its labels as bars inside, its name and local accuracy below. */
final class NodeGlyph extends Group {
    private final NodeState first;
    private final Circle body = new Circle();
    private final Circle halo = new Circle();
    private final Group bars = new Group();
    private final BudgetRing budget = new BudgetRing();
    private final Rectangle plate = new Rectangle();
    private final Text name = new Text();
    private final Text score = new Text();
    private final Group inside = new Group();
    private final RefusedMark refused = new RefusedMark();
    private final CoinBadge coin = new CoinBadge();
    private final Group badges = new Group(refused, coin);
    private String shownWords = "";
    private boolean lit = true;

    NodeGlyph(NodeState node) {
        first = node;
        setId("node-" + node.id());
        setAccessibleRole(AccessibleRole.BUTTON);
        halo.setFill(null);
        halo.setVisible(false);
        halo.setMouseTransparent(true);
        bars.setMouseTransparent(true);
        for (Text text : List.of(name, score)) {
            text.setTextOrigin(VPos.TOP);
            text.setTextAlignment(TextAlignment.CENTER);
            text.setMouseTransparent(true);
        }
        plate.setMouseTransparent(true);
        name.layoutBoundsProperty()
                .addListener((_, _, bounds) -> name.setX(-bounds.getWidth() / 2));
        score.layoutBoundsProperty()
                .addListener((_, _, bounds) -> score.setX(getLayoutX() - bounds.getWidth() / 2));
        inside.getChildren().addAll(body, bars, name);
        getChildren().addAll(halo, inside, budget);
    }

    String id() {
        return first.id();
    }

    /**
     * Takes its place and colours.
     *
     * @param edge of the picture, on the right
     */
    void place(Seat seat, Lettering lettering, Palette palette, double edge) {
        setLayoutX(Math.round(seat.x()));
        setLayoutY(Math.round(seat.y()));
        body.setRadius(seat.radius());
        body.setFill(palette.panel());
        body.setStroke(palette.edge().interpolate(palette.muted(), 0.35));
        body.setStrokeWidth(1.25);
        budget.place(seat.radius(), palette);
        halo.setRadius(seat.radius() + 4);
        halo.setStroke(palette.accent());
        halo.setStrokeWidth(2);
        bars(seat.radius(), palette);
        badges.setLayoutX(getLayoutX());
        badges.setLayoutY(getLayoutY());
        refused.place(seat, lettering, palette);
        coin.place(seat, lettering, palette, edge);
        write(seat, lettering, palette);
    }

    private void write(Seat seat, Lettering lettering, Palette palette) {
        boolean full = lettering == Lettering.FULL;
        name.setVisible(full);
        score.setVisible(lettering != Lettering.NONE);
        name.setStyle(Fonts.style(false, 12));
        name.setFill(palette.muted());
        name.setText(fitted(first.seat().name(), seat.room()));
        name.setX(-name.getLayoutBounds().getWidth() / 2);
        score.setStyle(Fonts.style(true, full ? 13 : 11));
        score.setFill(palette.text());
        name.setY(seat.radius() + 5);
        score.setY(getLayoutY() + seat.radius() + (full ? 19 : 3));
        score.setX(getLayoutX() - score.getLayoutBounds().getWidth() / 2);
        plate(full ? 34 : 16, seat.radius() + 3, palette);
        plate.setVisible(lettering != Lettering.NONE);
    }

    /** The score, which changes often and is therefore drawn apart. */
    Text score() {
        return score;
    }

    /** What comes and goes with rounds, drawn apart for the same reason. */
    Group badges() {
        return badges;
    }

    /** The ground below the writing; it lies above the edges and below every node. */
    Rectangle plate() {
        return plate;
    }

    /** Writing stands on the ground, not on the edge that passes below it. */
    private void plate(double height, double top, Palette palette) {
        double wide = Math.max(46, name.isVisible() ? name.getLayoutBounds().getWidth() + 6 : 0);
        plate.setX(getLayoutX() - wide / 2);
        plate.setY(getLayoutY() + top);
        plate.setWidth(wide);
        plate.setHeight(height);
        plate.setFill(palette.background());
    }

    /** The name, or as much of it as there is room for. */
    private static String fitted(String name, double room) {
        Text measure = new Text(name);
        measure.setFont(Fonts.regular(12));
        int length = name.length();
        while (measure.getLayoutBounds().getWidth() > room && length > 2) {
            length--;
            measure.setText(name.substring(0, length).strip() + "…");
        }
        return measure.getText();
    }

    /** Bars as wide as fit into the circle; their height is the share of the commonest label. */
    private void bars(double radius, Palette palette) {
        List<Integer> counts = first.seat().labelCounts();
        double most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        double wide = radius * 1.36;
        double high = radius * 0.98;
        double each = Math.min(wide / Math.max(1, counts.size()), radius * 0.5);
        double left = -each * counts.size() / 2;
        double gap = each > 4 ? 1 : 0;
        bars.getChildren().clear();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double height = Math.max(1, high * counts.get(i) / most);
                Rectangle bar =
                        new Rectangle(
                                left + i * each,
                                high / 2 - height,
                                Math.max(0.8, each - gap),
                                height);
                bar.setFill(palette.label(i));
                bars.getChildren().add(bar);
            }
        }
    }

    /**
     * Shows what changes from round to round.
     *
     * @param suspicion what the rule holds against it, or empty
     */
    void show(
            NodeState node,
            String accuracy,
            boolean inCohort,
            Allowance allowance,
            String suspicion) {
        dim(!inCohort);
        body.getStrokeDashArray().clear();
        budget.show(allowance);
        refused.setVisible(!suspicion.isEmpty());
        coin.show(node.purse());
        write(
                accuracy,
                Stream.of(
                                node.seat().name(),
                                Figures.many(node.seat().examples(), "example"),
                                "accuracy " + accuracy,
                                allowance.words(),
                                Earnings.words(node.purse()),
                                suspicion)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    /** Shows that it takes no part, and in a word why. */
    void showAbsent(NodeState node, String why) {
        dim(true);
        refused.setVisible(false);
        coin.show(node.purse());
        if (body.getStrokeDashArray().isEmpty()) {
            body.getStrokeDashArray().setAll(4.0, 4.0);
        }
        String credits = Earnings.words(node.purse());
        write(why, node.seat().name() + ", " + (credits.isEmpty() ? why : why + ", " + credits));
    }

    private void dim(boolean dimmed) {
        if (lit == dimmed) {
            lit = !dimmed;
            inside.setOpacity(lit ? 1 : 0.42);
            score.setOpacity(lit ? 1 : 0.6);
        }
    }

    private void write(String below, String words) {
        if (!shownWords.equals(words)) {
            shownWords = words;
            score.setText(below);
            setAccessibleText(words);
        }
    }

    /** Whether the glyph is the one that keys move, or that the inspector shows. */
    void mark(boolean chosen, boolean current, Palette palette) {
        halo.setVisible(chosen || current);
        Color colour = chosen ? palette.accent() : palette.muted();
        halo.setStroke(colour);
        halo.getStrokeDashArray().setAll(chosen ? List.of() : List.of(3.0, 3.0));
    }
}
