package federarium.desktop.view.lab;

import federarium.desktop.control.Drawing;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.host.Betrayal;
import federarium.host.Betrayal.Bound;
import federarium.lab.LossThreshold.Point;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** How well losses tell who was in: the curve of all thresholds, and the figures of one. */
final class Verdict extends VBox {
    private static final double SIDE = 260;
    private static final double MARGIN = 34;

    private final Label head = Exhibition.label("lab-membership-head", "section-title");
    private final Drawing curve = new Drawing((g, _, _) -> paint(g));
    private final Label meaning = Exhibition.label("lab-membership-meaning", "lab-meaning");
    private final Label figures = Exhibition.label("lab-membership-figures", null);
    private Palette palette = Palette.LIGHT;
    private @Nullable Betrayal betrayal;

    Verdict() {
        setId("lab-membership");
        getStyleClass().add("lab-group");
        curve.setId("lab-roc");
        curve.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        curve.setMinSize(SIDE + MARGIN, SIDE + MARGIN);
        curve.setPrefSize(SIDE + MARGIN, SIDE + MARGIN);
        curve.setMaxSize(SIDE + MARGIN, SIDE + MARGIN);
        getChildren().addAll(head, curve, meaning, figures);
    }

    void show(Betrayal found, Palette colours) {
        betrayal = found;
        palette = colours;
        head.setText(
                "%s after round %d, measured on %s that %s trained on and %s held out"
                        .formatted(
                                found.view().equals("released")
                                        ? "The released model"
                                        : "The model of " + found.node(),
                                found.round(),
                                Figures.many(found.attack().members(), "row"),
                                found.node(),
                                Figures.count(found.attack().others())));
        curve.setAccessibleText(
                "Rows rightly taken for in over rows wrongly, area "
                        + Figures.measure(found.attack().auc()));
        meaning.setText(meaning(found));
        figures.setText(figures(found));
        curve.redraw();
    }

    private static String meaning(Betrayal found) {
        return found.low() > 0
                ? "Whoever has this model tells rows that were in from others better than by"
                        + " chance."
                : "By its losses nobody tells rows that were in from others: no better than by"
                        + " chance.";
    }

    private static String figures(Betrayal found) {
        String attack =
                "A loss up to %s is taken for in: right for %s of those that were, wrong for %s of the others. Advantage %s, 95 %% interval %s to %s. Chosen on one half of the rows, measured on the other."
                        .formatted(
                                Figures.measure(found.attack().threshold()),
                                Figures.wholePercent(found.attack().found()),
                                Figures.wholePercent(found.attack().mistaken()),
                                Figures.measure(found.advantage()),
                                Figures.measure(found.low()),
                                Figures.measure(found.high()));
        Bound bound = found.bound();
        return bound == null
                ? attack + " No bound: " + found.noBound() + "."
                : attack
                        + " No attack on a %s has more than %s against this noise; ε %s at δ %s allows %s."
                                .formatted(
                                        bound.unit(),
                                        Figures.measure(bound.best()),
                                        Figures.measure(bound.epsilon()),
                                        Figures.measure(bound.delta()),
                                        Figures.measure(bound.ceiling()));
    }

    private void paint(GraphicsContext g) {
        Betrayal found = betrayal;
        if (found == null) {
            return;
        }
        g.setStroke(palette.edge());
        g.setLineWidth(1);
        g.strokeRect(MARGIN + .5, .5, SIDE - 1, SIDE - 1);
        g.setLineDashes(3, 3);
        g.strokeLine(MARGIN, SIDE, MARGIN + SIDE, 0);
        g.setLineDashes();
        Bound bound = found.bound();
        if (bound != null) {
            g.setStroke(palette.privacy());
            g.setLineDashes(6, 3);
            g.strokeLine(MARGIN, SIDE * (1 - bound.best()), MARGIN + SIDE * (1 - bound.best()), 0);
            g.setLineDashes();
        }
        g.setStroke(palette.danger());
        g.setLineWidth(2);
        List<Point> points = found.attack().roc();
        for (int i = 1; i < points.size(); i++) {
            g.strokeLine(
                    x(points.get(i - 1)), y(points.get(i - 1)), x(points.get(i)), y(points.get(i)));
        }
        double at = MARGIN + SIDE * found.attack().mistaken();
        g.strokeOval(at - 4, SIDE * (1 - found.attack().found()) - 4, 8, 8);
        words(g, bound != null);
    }

    private void words(GraphicsContext g, boolean bounded) {
        g.setFill(palette.muted());
        g.setFont(Fonts.regular(11));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.TOP);
        g.fillText("100 %", MARGIN - 4, 0);
        g.fillText("wrong of the others →", MARGIN + SIDE, SIDE + 6);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText("0", MARGIN - 4, SIDE);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.fillText("↑ right of those in", MARGIN + 6, 4);
        if (bounded) {
            g.setFill(palette.privacy());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText("- - no attack is above", MARGIN + SIDE - 6, SIDE - 36);
        }
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("· · chance", MARGIN + SIDE - 6, SIDE - 20);
    }

    private static double x(Point point) {
        return MARGIN + SIDE * point.mistaken();
    }

    private static double y(Point point) {
        return SIDE * (1 - point.found());
    }
}
