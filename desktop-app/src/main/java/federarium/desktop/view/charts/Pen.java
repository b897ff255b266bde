package federarium.desktop.view.charts;

import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws lines, dots and axes; every kind of line has its own hue, dash and marker. */
final class Pen {
    private final GraphicsContext g;
    private final Palette palette;
    private final Plot plot;

    Pen(GraphicsContext g, Palette palette, Plot plot) {
        this.g = g;
        this.palette = palette;
        this.plot = plot;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
    }

    static Color colour(Kind kind, Palette palette) {
        return switch (kind) {
            case GLOBAL, NODE -> palette.accent();
            case WORST -> palette.worst();
            case ALONE -> palette.alone();
            case POOLED -> palette.pooled();
            case GHOST -> palette.ghost();
        };
    }

    private static double[] dashes(Kind kind) {
        return switch (kind) {
            case GLOBAL, GHOST -> new double[0];
            case NODE -> new double[] {1, 3};
            case WORST -> new double[] {7, 4};
            case ALONE, POOLED -> new double[] {1.5, 4};
        };
    }

    /** A line through the dots, and markers where there is room or few were measured. */
    void line(Trace trace) {
        g.setStroke(colour(trace.kind(), palette));
        g.setLineWidth(
                trace.kind() == Kind.GLOBAL ? 2.75 : trace.kind() == Kind.GHOST ? 1.25 : 1.75);
        g.setLineDashes(dashes(trace.kind()));
        List<Dot> dots = trace.dots();
        stroke(dots);
        g.setLineDashes();
        double[] xs = dots.stream().mapToDouble(dot -> plot.x(dot.round())).toArray();
        double[] ys = dots.stream().mapToDouble(dot -> y(dot.value())).toArray();
        boolean every = trace.kind() == Kind.ALONE || trace.kind() == Kind.POOLED;
        for (int i = 0; i < xs.length; i++) {
            boolean last = i == xs.length - 1;
            boolean inside = dots.get(i).value() >= plot.low();
            if (inside && (every || last && trace.kind() != Kind.GHOST)) {
                marker(trace.kind(), xs[i], ys[i]);
            }
        }
    }

    /** The line as far as it is in the field; below, it breaks off at the field's edge. */
    private void stroke(List<Dot> dots) {
        g.beginPath();
        boolean drawing = false;
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            boolean inside = dot.value() >= plot.low();
            if (i > 0 && inside != dots.get(i - 1).value() >= plot.low()) {
                double edge = crossing(dots.get(i - 1), dot);
                if (inside) {
                    g.moveTo(edge, plot.bottom());
                } else {
                    g.lineTo(edge, plot.bottom());
                }
                drawing = inside;
            }
            if (inside && drawing) {
                g.lineTo(plot.x(dot.round()), plot.y(dot.value()));
            } else if (inside) {
                g.moveTo(plot.x(dot.round()), plot.y(dot.value()));
                drawing = true;
            }
        }
        g.stroke();
    }

    /** Where the line between two dots crosses the field's lower edge. */
    private double crossing(Dot a, Dot b) {
        double share = (plot.low() - a.value()) / (b.value() - a.value());
        return plot.x(a.round() + share * (b.round() - a.round()));
    }

    double y(double value) {
        return plot.y(Math.max(plot.low(), Math.min(plot.high(), value)));
    }

    /** The marker of that kind of line. */
    void marker(Kind kind, double x, double y) {
        g.setFill(colour(kind, palette));
        g.setStroke(palette.background());
        g.setLineWidth(1.5);
        switch (kind) {
            case GLOBAL -> {
                g.fillOval(x - 4.5, y - 4.5, 9, 9);
                g.strokeOval(x - 4.5, y - 4.5, 9, 9);
            }
            case POOLED -> g.fillRect(x - 3, y - 3, 6, 6);
            case ALONE ->
                    g.fillPolygon(
                            new double[] {x - 4, x + 4, x}, new double[] {y + 3, y + 3, y - 4}, 3);
            case WORST ->
                    g.fillPolygon(
                            new double[] {x - 4, x + 4, x}, new double[] {y - 3, y - 3, y + 4}, 3);
            case NODE, GHOST -> g.fillOval(x - 2.5, y - 2.5, 5, 5);
        }
    }

    /** Horizontal lines with their values at the left. */
    void valueAxis(List<Double> ticks, java.util.function.DoubleFunction<String> writing) {
        g.setLineWidth(1);
        g.setLineDashes();
        g.setFont(Fonts.regular(11));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double tick : ticks) {
            double y = Math.round(plot.y(tick)) + 0.5;
            g.setStroke(palette.hairline());
            g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
            g.setFill(palette.muted());
            g.fillText(writing.apply(tick), plot.left() - 8, y);
        }
    }

    /** Rounds below the field. */
    void roundAxis() {
        g.setFont(Fonts.regular(11));
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int tick : plot.roundTicks(64)) {
            g.fillText(Integer.toString(tick), plot.x(tick), plot.bottom() + 5);
        }
    }

    /** The line under the pointer. */
    void cursor(int round) {
        g.setStroke(palette.muted());
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        double x = Math.round(plot.x(round)) + 0.5;
        g.strokeLine(x, plot.top(), x, plot.bottom());
        g.setLineDashes();
    }
}
