package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.theme.Icons;
import federarium.desktop.theme.Palette;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/**
 * What is left of a node's privacy budget, as its rim: full at first, drained from the top on,
 * dashed below a quarter, with a padlock once the node sits out. Without a budget nothing drains,
 * so the rim is thin.
 */
final class BudgetRing extends Group {
    private static final double WIDTH = 4;
    private static final double PLATE = 9;
    private static final List<Double> DASHES = List.of(4.0, 3.5);

    private final Circle track = new Circle();
    private final Arc left = new Arc();
    private final Group lock = new Group();
    private final Circle plate = new Circle(PLATE);
    private final Node shackle = Icons.LOCK.node();

    BudgetRing() {
        setMouseTransparent(true);
        getStyleClass().add("budget-ring");
        track.setFill(null);
        left.setFill(null);
        left.setType(ArcType.OPEN);
        left.setStartAngle(90);
        left.getStyleClass().add("budget-left");
        lock.getStyleClass().add("padlock");
        shackle.relocate(-8, -8.5);
        lock.getChildren().addAll(plate, shackle);
        lock.setVisible(false);
        setVisible(false);
        getChildren().addAll(track, left, lock);
    }

    void place(double radius, Palette palette) {
        double middle = radius - WIDTH / 2 + 1;
        track.setRadius(middle);
        track.setStroke(palette.edge());
        left.setRadiusX(middle);
        left.setRadiusY(middle);
        left.setStroke(palette.privacy());
        plate.setFill(palette.background());
        plate.setStroke(palette.privacy());
        plate.setStrokeWidth(1.25);
        double corner = Math.sqrt(0.5) * radius;
        lock.setTranslateX(corner);
        lock.setTranslateY(-corner);
    }

    void show(Allowance allowance) {
        setVisible(allowance.noised());
        boolean budget = allowance.budget() != null;
        track.setStrokeWidth(budget ? WIDTH : 0);
        left.setStrokeWidth(budget ? WIDTH : 1.5);
        left.setLength(-360 * allowance.left());
        left.setVisible(allowance.left() > 0);
        List<Double> dashes = allowance.low() ? DASHES : List.of();
        if (!left.getStrokeDashArray().equals(dashes)) {
            left.getStrokeDashArray().setAll(dashes);
        }
        lock.setVisible(allowance.locked());
    }
}
