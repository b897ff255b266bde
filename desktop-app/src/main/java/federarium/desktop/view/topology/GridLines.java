package federarium.desktop.view.topology;

import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.WebEvent.PeersLinked;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What links the cells of a grid. */
record GridLines(Arrangement arrangement, List<Junction> edges, Palette palette) {
    private static final double MARGIN = 3;

    /** More lines than these can't be told apart. */
    private static final int MOST = 24;

    /** A frame around the cells of each edge aggregator, and its line to the root. */
    void blocks(GraphicsContext g) {
        g.setStroke(palette.edge());
        g.setLineWidth(1);
        double top = Junction.top(edges);
        for (Junction edge : edges) {
            double[][] way = Paths.toRoot(arrangement, edge, top);
            for (int i = 1; i < way.length; i++) {
                g.strokeLine(way[i - 1][0], way[i - 1][1], way[i][0], way[i][1]);
            }
        }
        g.setFont(Fonts.strong(11));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (Junction edge : edges) {
            frame(g, edge);
        }
    }

    private void frame(GraphicsContext g, Junction edge) {
        double right = 0;
        double bottom = 0;
        for (int index : edge.seats()) {
            Seat seat = arrangement.seat(index);
            right = Math.max(right, seat.x() + seat.radius());
            bottom = Math.max(bottom, seat.y() + seat.radius());
        }
        double left = edge.x() - edge.radius() - MARGIN;
        double top = edge.y() - Blocks.STRIP / 2 + 1;
        double wide = right + MARGIN - left;
        double high = bottom + MARGIN - top;
        g.setFill(palette.background());
        g.fillRoundRect(left, top, wide, high, 10, 10);
        g.setStroke(palette.edge());
        g.strokeRoundRect(left, top, wide, high, 10, 10);
        hexagon(g, edge);
        g.setFill(palette.text());
        g.fillText(edge.edge(), edge.x() + edge.radius() + 4, edge.y(), wide - 2 * edge.radius());
    }

    private void hexagon(GraphicsContext g, Junction edge) {
        double[] xs = new double[6];
        double[] ys = new double[6];
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.PI / 3 * corner - Math.PI / 2;
            xs[corner] = edge.x() + edge.radius() * Math.cos(angle);
            ys[corner] = edge.y() + edge.radius() * Math.sin(angle);
        }
        g.setFill(palette.background().interpolate(palette.accent(), 0.1));
        g.fillPolygon(xs, ys, 6);
        g.setStroke(palette.accent());
        g.strokePolygon(xs, ys, 6);
        g.setStroke(palette.edge());
    }

    /** Lines from a node to its neighbours, where they are few, and a dashed frame around these. */
    void neighbours(GraphicsContext g, @Nullable PeersLinked peers, int seat) {
        if (peers == null || seat < 0 || seat >= peers.neighbours().size()) {
            return;
        }
        List<Integer> near = of(peers, seat);
        Seat from = arrangement.seat(seat);
        g.setStroke(palette.own());
        g.setLineWidth(2);
        for (int other : near) {
            Seat to = arrangement.seat(other);
            double r = to.radius() + 1.5;
            g.setLineDashes(4, 3);
            g.strokeRoundRect(to.x() - r, to.y() - r, 2 * r, 2 * r, 8, 8);
            g.setLineDashes();
            if (near.size() <= MOST) {
                double[] a = Paths.towards(from.x(), from.y(), to.x(), to.y(), from.radius());
                double[] b = Paths.towards(to.x(), to.y(), from.x(), from.y(), to.radius());
                g.strokeLine(a[0], a[1], b[0], b[1]);
            }
        }
    }

    private static List<Integer> of(PeersLinked peers, int seat) {
        List<Integer> near = new ArrayList<>(peers.neighbours().get(seat));
        for (int other = 0; other < seat; other++) {
            if (peers.neighbours().get(other).contains(seat)) {
                near.add(other);
            }
        }
        return near;
    }
}
