package federarium.desktop.view.evidence;

import federarium.desktop.control.Cross;
import federarium.desktop.control.Drawing;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.evidence.Compared.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A round's updates on their first two principal components, at the same scale both ways, so that
 * what is far apart here is far apart there. Their mean is where the axes cross.
 */
final class UpdateMap extends StackPane {
    private static final double REACH = 9;

    private final Drawing drawing = new Drawing(this::paint);
    private Palette palette = Palette.LIGHT;
    private List<Line> lines = List.of();
    private @Nullable String chosen;
    private @Nullable String hovered;
    private Scale scale = new Scale(0, 0, 1);
    private Consumer<@Nullable String> onHover = _ -> {};
    private Consumer<String> onChoose = _ -> {};

    /** From components to pixels: the mean's place, and pixels a unit. */
    private record Scale(double x, double y, double unit) {
        double x(Line line) {
            return x + line.x() * unit;
        }

        double y(Line line) {
            return y - line.y() * unit;
        }
    }

    UpdateMap() {
        setId("evidence-map");
        drawing.setId("evidence-canvas");
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setMinHeight(190);
        drawing.setPrefHeight(190);
        drawing.setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
        drawing.setOnMouseExited(_ -> hover(null));
        drawing.setOnMouseClicked(event -> {
            String node = at(event.getX(), event.getY());
            if (node != null) {
                onChoose.accept(node);
            }
        });
        getChildren().add(drawing);
    }

    void onHover(Consumer<@Nullable String> listener) {
        onHover = listener;
    }

    void onChoose(Consumer<String> listener) {
        onChoose = listener;
    }

    void palette(Palette palette) {
        this.palette = palette;
        drawing.redraw();
    }

    /** Marks the node that the inspector shows. */
    void chosen(@Nullable String node) {
        chosen = node;
        drawing.redraw();
    }

    void show(Compared compared) {
        lines = compared.lines();
        Double explained = compared.explained();
        long refused = lines.stream().filter(Line::isRefused).count();
        drawing.setAccessibleText(
                "Map of %s; the two principal components show %s of their scatter; %d refused"
                        .formatted(
                                Figures.many(lines.size(), "update"),
                                Figures.wholePercent(explained == null ? 0 : explained),
                                refused));
        drawing.redraw();
    }

    private void hover(@Nullable String node) {
        if (!java.util.Objects.equals(node, hovered)) {
            hovered = node;
            onHover.accept(node);
            drawing.redraw();
        }
    }

    /** The nearest node within reach, or null. */
    private @Nullable String at(double x, double y) {
        return lines.stream()
                .filter(line -> distance(line, x, y) <= REACH)
                .min(Comparator.comparingDouble(line -> distance(line, x, y)))
                .map(Line::node)
                .orElse(null);
    }

    private double distance(Line line, double x, double y) {
        return Math.hypot(scale.x(line) - x, scale.y(line) - y);
    }

    private void paint(GraphicsContext g, double width, double height) {
        scale = fit(width, height);
        axes(g, width, height);
        List<Rectangle2D> taken = new ArrayList<>();
        List<Line> order = new ArrayList<>(lines);
        order.sort(Comparator.comparing(this::urgent).reversed());
        for (Line line : order.reversed()) {
            dot(g, line);
        }
        for (Line line : lines) {
            taken.add(new Rectangle2D(scale.x(line) - 4, scale.y(line) - 4, 8, 8));
        }
        for (Line line : order) {
            label(g, line, width, height, taken);
        }
    }

    /** Whose name is written first where there is too little room. */
    private int urgent(Line line) {
        if (line.node().equals(hovered)) {
            return 3;
        }
        return line.node().equals(chosen) ? 2 : line.isRefused() ? 1 : 0;
    }

    private Scale fit(double width, double height) {
        double left = 0;
        double right = 0;
        double low = 0;
        double high = 0;
        for (Line line : lines) {
            left = Math.min(left, line.x());
            right = Math.max(right, line.x());
            low = Math.min(low, line.y());
            high = Math.max(high, line.y());
        }
        double unit =
                Math.min(
                        (width - 70) / Math.max(1e-12, right - left),
                        (height - 60) / Math.max(1e-12, high - low));
        return new Scale(
                width / 2 - unit * (left + right) / 2,
                height / 2 - 4 + unit * (low + high) / 2,
                unit);
    }

    private void axes(GraphicsContext g, double width, double height) {
        g.setStroke(palette.hairline());
        g.setLineWidth(1);
        double x = Math.round(scale.x()) + 0.5;
        double y = Math.round(scale.y()) + 0.5;
        g.strokeLine(0, y, width, y);
        g.strokeLine(x, 0, x, height - 16);
        g.setStroke(palette.muted());
        g.setLineWidth(1.5);
        g.strokeOval(x - 5, y - 5, 10, 10);
        g.strokeLine(x - 8, y, x + 8, y);
        g.strokeLine(x, y - 8, x, y + 8);
        g.setFill(palette.muted());
        g.setFont(Fonts.regular(11));
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("first principal component →", width - 2, height);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("⊕ mean of all", 2, height);
        g.setTextBaseline(VPos.TOP);
        g.fillText("↑ second principal component", 2, 0);
    }

    private void dot(GraphicsContext g, Line line) {
        double x = scale.x(line);
        double y = scale.y(line);
        if (line.isRefused()) {
            Cross.paint(g, palette, x, y, 4);
        } else {
            g.setFill(palette.accent());
            g.fillOval(x - 4, y - 4, 8, 8);
            g.setStroke(palette.background());
            g.setLineWidth(1);
            g.strokeOval(x - 4, y - 4, 8, 8);
        }
        if (line.node().equals(chosen) || line.node().equals(hovered)) {
            g.setStroke(line.node().equals(chosen) ? palette.accent() : palette.muted());
            g.setLineWidth(1.5);
            g.strokeOval(x - 7.5, y - 7.5, 15, 15);
        }
    }

    /** Where its name hides nothing; the node that is pointed at has its name in any case. */
    private void label(
            GraphicsContext g, Line line, double width, double height, List<Rectangle2D> taken) {
        Text text = new Text(line.name());
        text.setFont(Fonts.regular(11));
        double wide = text.getLayoutBounds().getWidth();
        double x = scale.x(line);
        double y = scale.y(line);
        double[][] places = {
            {x + 8, y - 7}, {x - 8 - wide, y - 7}, {x - wide / 2, y - 21}, {x - wide / 2, y + 7}
        };
        for (double[] place : places) {
            Rectangle2D box = new Rectangle2D(place[0], place[1], wide, 14);
            boolean inside = place[0] >= 0 && place[0] + wide <= width && place[1] + 14 <= height;
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                write(g, line, place[0], place[1]);
                return;
            }
        }
        if (urgent(line) >= 2) {
            double left = Math.clamp(x + 10, 0, Math.max(0, width - wide));
            g.setFill(palette.background());
            g.fillRect(left - 1, y - 7, wide + 2, 14);
            write(g, line, left, y - 7);
        }
    }

    private void write(GraphicsContext g, Line line, double x, double y) {
        g.setFont(Fonts.regular(11));
        g.setFill(line.isRefused() ? palette.danger() : palette.text());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.fillText(line.name(), x, y);
    }
}
