package federarium.desktop.view.lab;

import federarium.desktop.control.Drawing;
import federarium.desktop.text.Deeds;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.host.Harm;
import federarium.host.Harm.Hostile;
import federarium.host.Harm.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The same rounds with a hostile node and without. */
final class Aftermath extends VBox {
    private static final double HIGH = 220;
    private static final double LEFT = 44;
    private static final double RIGHT = 110;

    private final Label head = Exhibition.label("lab-damage-head", "section-title");
    private final Drawing curves = new Drawing(this::paint);
    private final Label meaning = Exhibition.label("lab-damage-meaning", "lab-meaning");
    private final Label figures = Exhibition.label("lab-damage-figures", null);
    private Palette palette = Palette.LIGHT;
    private @Nullable Harm harm;

    Aftermath() {
        setId("lab-damage");
        getStyleClass().add("lab-group");
        curves.setId("lab-curves");
        curves.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        curves.setMinHeight(HIGH);
        curves.setPrefHeight(HIGH);
        getChildren().addAll(head, curves, meaning, figures);
    }

    void show(Harm found, Palette colours) {
        harm = found;
        palette = colours;
        String who = String.join(", ", found.nodes().stream().map(Hostile::node).toList());
        head.setText(
                "%s %s, from round %d on; both branches are forgotten again"
                        .formatted(who, Deeds.of(found.kind()).words(), found.round()));
        meaning.setText(meaning(found));
        figures.setText(figures(found));
        curves.setAccessibleText(
                "Accuracy by round, honest and hostile: "
                        + found.curve().stream()
                                .map(each ->
                                        "%d %s %s"
                                                .formatted(
                                                        each.round(),
                                                        Figures.percent(each.honest()),
                                                        Figures.percent(each.attacked())))
                                .toList());
        curves.redraw();
    }

    private static String meaning(Harm found) {
        String lost =
                found.lost() > .01
                        ? "The model loses %s points of accuracy."
                                .formatted(Figures.measure(100 * found.lost()))
                        : "The model hardly suffers: %s points of accuracy."
                                .formatted(Figures.measure(100 * found.lost()));
        Double obeys = found.obeys();
        return obeys == null
                ? lost
                : lost + " It obeys the trigger in %s of cases.".formatted(Figures.percent(obeys));
    }

    private static String figures(Harm found) {
        StringBuilder words = new StringBuilder();
        for (Hostile each : found.nodes()) {
            Double weight = each.weight();
            words.append(
                    "%s: weight %s on average, refused %s. "
                            .formatted(
                                    each.node(),
                                    weight == null ? "none" : Figures.measure(weight),
                                    Figures.many(each.refused(), "time")));
            if (each.credits() != null && each.honestly() != null) {
                words.append(
                        "It earns %s credits; honest it would have earned %s. "
                                .formatted(
                                        Figures.credits(each.credits()),
                                        Figures.credits(each.honestly())));
            }
        }
        return words.toString();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Harm found = harm;
        if (found == null || found.curve().isEmpty()) {
            return;
        }
        g.setFont(Fonts.regular(11));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0, height);
            g.setStroke(palette.hairline());
            g.setLineWidth(1);
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.setFill(palette.muted());
            g.fillText(percent + " %", LEFT - 6, y);
        }
        g.setStroke(palette.accent());
        line(g, found.curve(), Point::honest, width, height);
        g.setStroke(palette.danger());
        g.setLineDashes(6, 3);
        line(g, found.curve(), Point::attacked, width, height);
        g.setLineDashes();
        ends(g, found.curve().getLast(), width, height);
        g.setFill(palette.muted());
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("round " + found.curve().getFirst().round(), LEFT, height);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("round " + found.curve().getLast().round(), width - RIGHT, height);
    }

    private void line(
            GraphicsContext g,
            List<Point> curve,
            ToDoubleFunction<Point> of,
            double width,
            double height) {
        g.setLineWidth(2);
        for (int i = 0; i < curve.size(); i++) {
            double x = x(i, curve.size(), width);
            double y = y(of.applyAsDouble(curve.get(i)), height);
            if (i > 0) {
                g.strokeLine(
                        x(i - 1, curve.size(), width),
                        y(of.applyAsDouble(curve.get(i - 1)), height),
                        x,
                        y);
            }
            g.setFill(g.getStroke());
            g.fillOval(x - 3, y - 3, 6, 6);
        }
    }

    /** Names at the ends, apart where both end at the same. */
    private void ends(GraphicsContext g, Point last, double width, double height) {
        double honest = y(last.honest(), height);
        double attacked = y(last.attacked(), height);
        if (attacked - honest < 14) {
            attacked = Math.max(attacked, honest) + 7;
            honest = attacked - 14;
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.accent());
        g.fillText("honest " + Figures.percent(last.honest()), width - RIGHT + 8, honest);
        g.setFill(palette.danger());
        g.fillText("hostile " + Figures.percent(last.attacked()), width - RIGHT + 8, attacked);
    }

    private static double x(int i, int count, double width) {
        return LEFT + (count == 1 ? .5 : (double) i / (count - 1)) * (width - LEFT - RIGHT);
    }

    private static double y(double accuracy, double height) {
        return 10 + (1 - accuracy) * (height - 34);
    }
}
