package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.projection.NodeState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;

/**
 * Up to sixty nodes as circles around the coordinator. It is drawn into a bitmap that is kept while
 * nothing in it changes, so that packets above it cost little.
 */
final class RingScenery implements Scenery {
    private final Group edges = new Group();
    private final Group nodes = new Group();
    private final Group all = new Group(edges, nodes);
    private final List<NodeGlyph> glyphs = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Palette palette = Palette.LIGHT;
    private Lettering lettering = Lettering.FULL;

    RingScenery() {
        all.setCache(true);
        all.setId("topology-nodes");
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void arrange(Frame frame, Arrangement arrangement, Palette palette) {
        this.palette = palette;
        lettering = arrangement.lettering();
        glyphs.clear();
        lines.clear();
        List<NodeState> list = frame.state().nodes().list();
        for (int i = 0; i < list.size(); i++) {
            Seat seat = arrangement.seat(i);
            NodeGlyph glyph = new NodeGlyph(list.get(i));
            glyph.place(seat, arrangement.lettering(), palette);
            glyphs.add(glyph);
            lines.add(line(arrangement, seat));
        }
        edges.getChildren().setAll(lines);
        nodes.getChildren().setAll(glyphs);
        show(frame);
    }

    private Line line(Arrangement a, Seat seat) {
        double[] from = Paths.atHub(a, seat);
        double[] to = Paths.atNode(a, seat);
        Line line = new Line(from[0], from[1], to[0], to[1]);
        line.setStroke(palette.edge());
        line.setStrokeWidth(1);
        return line;
    }

    @Override
    public void show(Frame frame) {
        List<NodeState> list = frame.state().nodes().list();
        for (int i = 0; i < glyphs.size(); i++) {
            NodeState node = list.get(i);
            boolean lit = Cohorts.lit(frame, node);
            String score = Cohorts.score(frame, node);
            glyphs.get(i).show(node, lettering == Lettering.SHORT ? brief(score) : score, lit);
            show(lines.get(i), node, lit);
        }
    }

    private static String brief(String score) {
        return score.replace(" %", "");
    }

    private void show(Line line, NodeState node, boolean lit) {
        long bytes = node.traffic().bytesUp() + node.traffic().bytesDown();
        double width = lettering == Lettering.FULL ? width(bytes) : width(bytes) * 0.6;
        if (line.getStrokeWidth() != width) {
            line.setStrokeWidth(width);
        }
        double opacity = lit ? 1 : 0.35;
        if (line.getOpacity() != opacity) {
            line.setOpacity(opacity);
        }
    }

    /** Pixels for that many bytes: a step wider for each power of ten, in quarters of a pixel. */
    static double width(long bytes) {
        double width = 1 + 0.55 * Math.max(0, Math.log10(1 + bytes / 1000.0));
        return Math.round(width * 4) / 4.0;
    }

    @Override
    public void mark(int chosen, int current) {
        for (int i = 0; i < glyphs.size(); i++) {
            glyphs.get(i).mark(i == chosen, i == current, palette);
        }
    }
}
