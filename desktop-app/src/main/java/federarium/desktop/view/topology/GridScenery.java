package federarium.desktop.view.topology;

import federarium.desktop.control.Cross;
import federarium.desktop.control.Drawing;
import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Suspicion;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.projection.NodeState;
import federarium.scenario.Privacy;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * More than sixty nodes as cells: the fill rises with the node's accuracy, its labels are bars
 * inside, the cohort has a frame, and a cross marks whose update the rule refused. In a hierarchy
 * the cells of an edge aggregator stand below it; of a graph only the lines of the node that is
 * pointed at are drawn.
 */
final class GridScenery implements Scenery {
    private final Drawing drawing = new Drawing(this::paint);
    private Frame frame = Frame.EMPTY;
    private @Nullable Arrangement arrangement;
    private Set<Integer> dropped = Set.of();
    private Privacy privacy = Privacy.NONE;
    private Palette palette = Palette.LIGHT;
    private @Nullable GridLines lines;
    private int chosen = -1;
    private int current = -1;

    GridScenery() {
        drawing.setId("topology-cells");
    }

    @Override
    public Node node() {
        return drawing;
    }

    @Override
    public void arrange(Frame frame, Arrangement arrangement, Palette palette) {
        this.arrangement = arrangement;
        this.palette = palette;
        lines = new GridLines(arrangement, Junction.of(frame, arrangement), palette);
        show(frame);
    }

    @Override
    public void show(Frame frame) {
        this.frame = frame;
        drawing.redraw();
    }

    @Override
    public void dropped(Set<Integer> seats) {
        dropped = seats;
        drawing.redraw();
    }

    @Override
    public void privacy(Privacy privacy) {
        this.privacy = privacy;
        drawing.redraw();
    }

    @Override
    public void mark(int chosen, int current) {
        if (this.chosen != chosen || this.current != current) {
            this.chosen = chosen;
            this.current = current;
            drawing.redraw();
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        Arrangement a = arrangement;
        GridLines l = lines;
        if (a == null || l == null) {
            return;
        }
        l.blocks(g);
        List<NodeState> nodes = frame.state().nodes().list();
        boolean started = !frame.state().round().cohort().isEmpty();
        for (int i = 0; i < nodes.size() && i < a.seats().size(); i++) {
            NodeState node = nodes.get(i);
            String absent = Cohorts.absent(node, dropped.contains(i));
            if (!absent.isEmpty()) {
                absent(g, a, a.seat(i), node, absent);
            } else {
                cell(g, a, a.seat(i), node, started && Cohorts.lit(frame, node));
            }
            BudgetBar.draw(g, a.seat(i), Allowance.of(privacy, node), palette);
            if (i == chosen || i == current) {
                g.setStroke(i == chosen ? palette.text() : palette.muted());
                g.setLineWidth(2);
                square(g, a.seat(i), 1.5, false);
            }
        }
        for (int i = 0; i < nodes.size() && i < a.seats().size(); i++) {
            if (refused(nodes.get(i))) {
                refuse(g, a.seat(i));
            }
        }
        l.neighbours(g, frame.state().web().peers(), current >= 0 ? current : chosen);
    }

    private void cell(
            GraphicsContext g, Arrangement a, Seat seat, NodeState node, boolean inCohort) {
        double score = Headline.of(frame.state()).of(node.score());
        Color tint = palette.accent();
        double strength = Double.isNaN(score) ? 0 : 0.04 + 0.3 * score * score;
        g.setFill(palette.background().interpolate(tint, strength));
        square(g, seat, 0, true);
        g.setStroke(inCohort ? tint : palette.edge());
        g.setLineWidth(inCohort ? 2 : 0.75);
        square(g, seat, 0, false);
        if (a.lettering() != Lettering.NONE) {
            String measure = Cohorts.score(frame, node).replace(" %", "");
            boolean named = refused(node) && a.lettering() == Lettering.FULL;
            bars(g, seat, node, a.lettering());
            write(g, seat, node, a.lettering(), named ? "refused" : measure);
        }
    }

    private boolean refused(NodeState node) {
        return !Suspicion.words(frame.state(), node).isEmpty();
    }

    /** In its corner, so that what is written stays to be read. */
    private void refuse(GraphicsContext g, Seat seat) {
        double plate = Math.clamp(seat.radius() * 0.7, 5, 8);
        double x = seat.x() + seat.radius() - plate * 0.6;
        double y = seat.y() - seat.radius() + plate * 0.6;
        g.setFill(palette.background());
        g.fillOval(x - plate, y - plate, 2 * plate, 2 * plate);
        Cross.paint(g, palette, x, y, plate * 0.45);
    }

    private void absent(GraphicsContext g, Arrangement a, Seat seat, NodeState node, String why) {
        g.setStroke(palette.muted());
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        square(g, seat, 0, false);
        g.setLineDashes();
        if (a.lettering() != Lettering.NONE) {
            g.setGlobalAlpha(0.42);
            bars(g, seat, node, a.lettering());
            g.setGlobalAlpha(1);
            write(g, seat, node, a.lettering(), why);
        }
    }

    private void square(GraphicsContext g, Seat seat, double grow, boolean filled) {
        double r = seat.radius() + grow;
        double arc = Math.min(8, r * 0.5);
        if (filled) {
            g.fillRoundRect(seat.x() - r, seat.y() - r, 2 * r, 2 * r, arc, arc);
        } else {
            g.strokeRoundRect(seat.x() - r, seat.y() - r, 2 * r, 2 * r, arc, arc);
        }
    }

    private void bars(GraphicsContext g, Seat seat, NodeState node, Lettering lettering) {
        List<Integer> counts = node.seat().labelCounts();
        double most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        double wide = seat.radius() * 1.5;
        double high = seat.radius() * (lettering == Lettering.FULL ? 0.66 : 0.8);
        double bottom = seat.y() + seat.radius() * (lettering == Lettering.FULL ? 0.28 : 0.1);
        double each = wide / Math.max(1, counts.size());
        for (int i = 0; i < counts.size(); i++) {
            double height = counts.get(i) == 0 ? 0 : Math.max(1, high * counts.get(i) / most);
            g.setFill(palette.label(i));
            g.fillRect(seat.x() - wide / 2 + i * each, bottom - height, each * 0.85, height);
        }
    }

    private void write(
            GraphicsContext g, Seat seat, NodeState node, Lettering lettering, String score) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        if (lettering == Lettering.SHORT) {
            g.setFont(Fonts.regular(10));
            g.setFill(palette.text());
            g.fillText(score, seat.x(), seat.y() + seat.radius() * 0.58, seat.radius() * 1.9);
            return;
        }
        g.setFont(Fonts.regular(10));
        g.setFill(palette.muted());
        g.fillText(node.seat().name(), seat.x(), seat.y() - seat.radius() * 0.7, seat.room() - 8);
        g.setFont(Fonts.strong(12));
        g.setFill(palette.text());
        g.fillText(score, seat.x(), seat.y() + seat.radius() * 0.64, seat.room() - 8);
    }
}
