package federarium.desktop.view.charts;

import federarium.desktop.control.Cross;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
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
            case OWN -> palette.own();
            case ALONE -> palette.alone();
            case POOLED -> palette.pooled();
            case TRIGGER -> palette.danger();
            case GHOST -> palette.ghost();
        };
    }

    private static double[] dashes(Kind kind) {
        return switch (kind) {
            case GLOBAL, GHOST -> new double[0];
            case NODE -> new double[] {1, 3};
            case WORST -> new double[] {7, 4};
            case TRIGGER -> new double[] {3, 2};
            case OWN -> new double[] {10, 3, 2, 3};
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
        List<Dot> kept = visible(dots);
        g.strokePolyline(
                kept.stream().mapToDouble(dot -> plot.x(dot.round())).toArray(),
                kept.stream().mapToDouble(dot -> plot.y(dot.value())).toArray(),
                kept.size());
        g.setLineDashes();
        boolean every = trace.kind() == Kind.ALONE || trace.kind() == Kind.POOLED;
        for (int i = every ? 0 : dots.size() - 1; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            boolean last = i == dots.size() - 1;
            if (every || last && trace.kind() != Kind.GHOST) {
                marker(trace.kind(), plot.x(dot.round()), plot.y(dot.value()));
            }
        }
    }

    /**
     * All dots, or where many share a column of pixels its first, lowest, highest and last: the
     * same picture.
     */
    private List<Dot> visible(List<Dot> dots) {
        if (dots.size() < 2 * plot.width()) {
            return dots;
        }
        List<Dot> kept = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= dots.size(); i++) {
            if (i == dots.size() || column(dots.get(i)) != column(dots.get(from))) {
                List<Dot> same = dots.subList(from, i);
                TreeMap<Integer, Dot> extremes = new TreeMap<>();
                for (Dot dot :
                        List.of(
                                same.getFirst(),
                                Collections.min(same, Comparator.comparing(Dot::value)),
                                Collections.max(same, Comparator.comparing(Dot::value)),
                                same.getLast())) {
                    extremes.put(dot.round(), dot);
                }
                kept.addAll(extremes.values());
                from = i;
            }
        }
        return kept;
    }

    private long column(Dot dot) {
        return Math.round(plot.x(dot.round()));
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
            case TRIGGER -> Cross.paint(g, palette, x, y, 3.5);
            case ALONE ->
                    g.fillPolygon(
                            new double[] {x - 4, x + 4, x}, new double[] {y + 3, y + 3, y - 4}, 3);
            case WORST ->
                    g.fillPolygon(
                            new double[] {x - 4, x + 4, x}, new double[] {y - 3, y - 3, y + 4}, 3);
            case OWN ->
                    g.fillPolygon(
                            new double[] {x - 4.5, x, x + 4.5, x},
                            new double[] {y, y - 4.5, y, y + 4.5},
                            4);
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
