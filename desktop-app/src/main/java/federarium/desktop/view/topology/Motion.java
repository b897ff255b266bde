package federarium.desktop.view.topology;

import federarium.desktop.control.Packet;
import federarium.desktop.control.Packet.Fill;
import federarium.desktop.control.Packet.Shape;
import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.Group;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/**
 * What moves: squares carry the model down, arcs show training, diamonds carry updates up. One
 * packet stands for one message as long as there are at most {@link #MOST}; beyond that every so
 * many-th is shown. While rounds are too short to follow, packets stream along the edges of the
 * cohort and stand for traffic, not for rounds.
 */
final class Motion extends Group {
    /** Packets on screen at once. */
    static final int MOST = 60;

    private static final double STREAM_SECONDS = 1.4;

    private final Flock squares = new Flock(Shape.SQUARE);
    private final Flock diamonds = new Flock(Shape.DIAMOND);
    private final List<Arc> arcs = new ArrayList<>();
    private @Nullable Arrangement arrangement;
    private Palette palette = Palette.LIGHT;
    private Fill fill = Fill.PLAIN;
    private List<Integer> working = List.of();
    private Routes routes = Routes.NONE;

    Motion() {
        setMouseTransparent(true);
        setId("motion");
    }

    void arrange(Arrangement arrangement, Palette palette) {
        this.arrangement = arrangement;
        this.palette = palette;
        squares.clear();
        diamonds.clear();
        arcs.clear();
        getChildren().setAll(squares, diamonds);
    }

    /** How updates look from now on. */
    void fill(Fill next) {
        if (fill != next) {
            fill = next;
            diamonds.clear();
        }
    }

    /** Who trains, and the ways that packets take between them. */
    void follow(List<Integer> seats, Routes between) {
        working = thinned(seats);
        routes = between;
    }

    /** At most {@link #MOST} of them, evenly. */
    static <T> List<T> thinned(List<T> all) {
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        List<T> few = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            few.add(all.get((int) ((long) i * all.size() / MOST)));
        }
        return few;
    }

    /** Packets on their way in a step, at a share from 0 to 1 of its time. */
    void travel(Step step, double share) {
        squares.begin();
        diamonds.begin();
        boolean down = step == Step.CHOOSE_AND_SEND;
        List<DoubleFunction<double[]>> ways =
                down ? routes.down() : step == Step.COMBINE ? routes.root() : routes.up();
        for (int i = 0; i < ways.size(); i++) {
            double delay = ways.size() == 1 ? 0 : 0.3 * i / (ways.size() - 1);
            double way = (share - delay) / 0.7;
            if (way > 0 && way < 1) {
                packet(ways.get(i), down, ease(way));
            }
        }
        rest();
        arcs.forEach(arc -> arc.setVisible(false));
    }

    /** Traffic in both directions, at that time. */
    void stream(double seconds) {
        squares.begin();
        diamonds.begin();
        stream(routes.down(), true, seconds / STREAM_SECONDS);
        stream(routes.up(), false, seconds / STREAM_SECONDS + 0.5);
        rest();
        arcs.forEach(arc -> arc.setVisible(false));
    }

    /** Every other way where there are many, so that both directions have room. */
    private void stream(List<DoubleFunction<double[]>> ways, boolean down, double begun) {
        int each = ways.size() > MOST / 2 ? 2 : 1;
        for (int i = 0; i < ways.size(); i += each) {
            double phase = begun + i / each * 0.381966;
            packet(ways.get(i), down, phase - Math.floor(phase));
        }
    }

    /** Arcs around the nodes that train; a closed ring is a node that has finished. */
    void train(Frame frame, double share, double seconds) {
        squares.begin();
        diamonds.begin();
        rest();
        Arrangement a = arrangement;
        if (a == null) {
            return;
        }
        for (int i = 0; i < working.size(); i++) {
            int seat = working.get(i);
            boolean done =
                    seat < frame.state().nodes().size()
                            && frame.trained()
                                    .contains(frame.state().nodes().list().get(seat).id());
            arc(i, a.seat(seat), done, share, seconds);
        }
        for (int i = working.size(); i < arcs.size(); i++) {
            arcs.get(i).setVisible(false);
        }
    }

    /** Nothing moves. */
    void still() {
        squares.begin();
        diamonds.begin();
        rest();
        arcs.forEach(arc -> arc.setVisible(false));
    }

    private void arc(int index, Seat seat, boolean done, double share, double seconds) {
        while (arcs.size() <= index) {
            Arc arc = new Arc();
            arc.setType(ArcType.OPEN);
            arc.setFill(null);
            arc.setStroke(palette.accent());
            arc.setStrokeWidth(3);
            arc.setStrokeLineCap(StrokeLineCap.ROUND);
            arcs.add(arc);
            getChildren().add(arc);
        }
        Arc arc = arcs.get(index);
        arc.setVisible(true);
        place(arc, seat);
        double swept = Math.min(1, share) * 360;
        arc.setStartAngle(done || share < 1 ? 90 : 90 - 360 * (seconds - Math.floor(seconds)));
        arc.setLength(done ? -swept : -Math.min(swept, 270));
    }

    /** Around a circle; in the upper corner of a cell. */
    private void place(Arc arc, Seat seat) {
        Arrangement a = arrangement;
        boolean cell = a != null && a.form() == Arrangement.Form.GRID;
        double radius = cell ? Math.max(2.5, seat.radius() * 0.2) : seat.radius() + 3.5;
        double corner = cell ? seat.radius() - radius - 4 : 0;
        arc.setCenterX(seat.x() + corner);
        arc.setCenterY(seat.y() - corner);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
    }

    private void packet(DoubleFunction<double[]> route, boolean down, double way) {
        double[] place = route.apply(way);
        Packet packet = (down ? squares : diamonds).next();
        packet.setTranslateX(Math.round(place[0]));
        packet.setTranslateY(Math.round(place[1]));
    }

    private void rest() {
        squares.rest();
        diamonds.rest();
    }

    /** Packets of one kind. */
    private final class Flock extends Group {
        private final List<Packet> packets = new ArrayList<>();
        private final Shape shape;
        private int used;

        Flock(Shape shape) {
            this.shape = shape;
        }

        void clear() {
            packets.clear();
            getChildren().clear();
        }

        void begin() {
            used = 0;
        }

        Packet next() {
            if (used == packets.size()) {
                Fill inside = shape == Shape.DIAMOND ? fill : Fill.PLAIN;
                Packet packet = new Packet(shape, inside, side(), palette);
                packets.add(packet);
                getChildren().add(packet);
            }
            Packet packet = packets.get(used++);
            packet.setVisible(true);
            return packet;
        }

        private double side() {
            Arrangement a = arrangement;
            if (a != null && a.form() == Arrangement.Form.GRID) {
                return Math.max(5, Math.min(10, a.seat(0).room() * 0.2));
            }
            return working.size() > Arrangements.CIRCLE ? 7 : 10;
        }

        /** Puts away what was not asked for. */
        void rest() {
            for (int i = used; i < packets.size(); i++) {
                packets.get(i).setVisible(false);
            }
        }
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
