package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Suspicion;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.projection.NodeState;
import federarium.scenario.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;

/**
 * Up to sixty nodes as circles around the coordinator. It is drawn into a bitmap that is kept while
 * nothing in it changes, so that packets above it cost little; only scores and badges stay outside,
 * as they change every round.
 */
final class RingScenery implements Scenery {
    /** Width of a line between an edge aggregator and its root. */
    private static final double UPPER = 2;

    private final Group edges = new Group();
    private final Group plates = new Group();
    private final Group nodes = new Group();
    private final Group kept = new Group(edges, plates, nodes);
    private final Group scores = new Group();
    private final Group badges = new Group();
    private final Group all = new Group(kept, scores, badges);
    private final List<NodeGlyph> glyphs = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private List<Wire> wires = List.of();
    private Set<Integer> dropped = Set.of();
    private Privacy privacy = Privacy.NONE;
    private Palette palette = Palette.LIGHT;
    private Lettering lettering = Lettering.FULL;

    RingScenery() {
        kept.setCache(true);
        scores.setMouseTransparent(true);
        badges.setMouseTransparent(true);
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
            glyph.place(seat, arrangement.lettering(), palette, 2 * arrangement.hubX());
            glyphs.add(glyph);
        }
        wires = Wire.of(frame, arrangement);
        wires.forEach(wire -> lines.add(line(wire)));
        edges.getChildren().setAll(lines);
        plates.getChildren().setAll(glyphs.stream().map(NodeGlyph::plate).toList());
        nodes.getChildren().setAll(glyphs);
        for (Junction junction : Junction.of(frame, arrangement)) {
            nodes.getChildren().add(new JunctionGlyph(junction, palette));
        }
        scores.getChildren().setAll(glyphs.stream().map(NodeGlyph::score).toList());
        badges.getChildren().setAll(glyphs.stream().map(NodeGlyph::badges).toList());
        show(frame);
    }

    private Line line(Wire wire) {
        double[] from = wire.from();
        double[] to = wire.to();
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
            String absent = Cohorts.absent(node, dropped.contains(i));
            if (!absent.isEmpty()) {
                glyphs.get(i).showAbsent(node, absent);
                continue;
            }
            boolean lit = Cohorts.lit(frame, node);
            String score = Cohorts.score(frame, node);
            glyphs.get(i)
                    .show(
                            node,
                            lettering == Lettering.SHORT ? brief(score) : score,
                            lit,
                            Allowance.of(privacy, node),
                            Suspicion.words(frame.state(), node));
        }
        for (int i = 0; i < lines.size(); i++) {
            show(lines.get(i), wires.get(i), frame);
        }
    }

    private static String brief(String score) {
        return score.replace(" %", "");
    }

    /**
     * Lit where all nodes at its ends are; as wide as these have sent and were sent, on average.
     */
    private void show(Line line, Wire wire, Frame frame) {
        long bytes = 0;
        boolean lit = true;
        for (int seat : wire.seats()) {
            NodeState node = frame.state().nodes().list().get(seat);
            bytes += node.traffic().bytesUp() + node.traffic().bytesDown();
            lit &= Cohorts.lit(frame, node);
        }
        bytes /= Math.max(1, wire.seats().size());
        if (wire.seats().isEmpty()) {
            line.setStrokeWidth(UPPER);
            return;
        }
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
    public void dropped(Set<Integer> seats) {
        dropped = seats;
    }

    @Override
    public void privacy(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public void mark(int chosen, int current) {
        for (int i = 0; i < glyphs.size(); i++) {
            glyphs.get(i).mark(i == chosen, i == current, palette);
        }
    }
}
