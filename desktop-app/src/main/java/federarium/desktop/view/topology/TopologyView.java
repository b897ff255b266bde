package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Tempo;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.Step;
import federarium.projection.NodeState;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The federation as it stands: coordinator, nodes, and what travels between them. */
public final class TopologyView extends Pane {
    private static final double STEP_SECONDS = 0.6;

    private final HubGlyph hub = new HubGlyph();
    private final Motion motion = new Motion();
    private final HoverCard card = new HoverCard();
    private final TopologyTable table = new TopologyTable();
    private final Befalling befalling = new Befalling();
    private Scenery scenery = new RingScenery();
    private @Nullable Arrangement arrangement;
    private Frame frame = Frame.EMPTY;
    private Palette palette = Palette.LIGHT;
    private Consumer<@Nullable String> onHover = _ -> {};
    private Consumer<String> onChoose = _ -> {};
    private int hovered = -1;
    private int chosen = -1;
    private boolean flowing;
    private boolean reduced;
    private double speed = 1;
    private long now;
    private long stepSince;

    public TopologyView() {
        setId("topology");
        getStyleClass().add("topology");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        table.node().setVisible(false);
        getChildren().setAll(scenery.node(), motion, hub, card, table.node());
        setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
        setOnMouseExited(_ -> hover(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                choose(at(event.getX(), event.getY()));
            }
        });
        setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger()) {
                menu(at(event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Told of the node under the pointer, null for none. */
    public void onHover(Consumer<@Nullable String> listener) {
        onHover = listener;
    }

    /** Told of what is to befall a node: a setting and its value. */
    public void onChange(BiConsumer<String, String> listener) {
        befalling.onChange(listener);
    }

    /** Told of the node that was clicked. */
    public void onChoose(Consumer<String> listener) {
        onChoose = listener;
    }

    public void palette(Palette palette) {
        this.palette = palette;
        arrange();
    }

    /** Counts in the place of moving packets. */
    public void reduceMotion(boolean reduced) {
        this.reduced = reduced;
        motion.still();
        hub.glow(0);
    }

    /** The pace of steps, so that packets arrive when a step ends. */
    public void speed(double speed) {
        this.speed = speed;
    }

    /** Shows the same as a table. */
    public void asTable(boolean on) {
        table.node().setVisible(on);
        scenery.node().setVisible(!on);
        motion.setVisible(!on);
        hub.setVisible(!on);
        if (on) {
            table.show(frame, befalling.hindrances());
        }
    }

    /** The settings that act from the next round on. */
    public void show(Scenario scenario) {
        befalling.show(scenario);
        scenery.dropped(befalling.hindrances().dropped());
        scenery.show(frame);
        refresh();
    }

    public void show(Frame next, Tempo tempo) {
        boolean fresh = next.step() != frame.step() || next.round() != frame.round();
        boolean others = !Cohorts.same(next, frame);
        frame = next;
        flowing = tempo.flowing() && !next.paused() && next.running();
        if (fresh) {
            stepSince = now;
        }
        if (others) {
            chosen = -1;
            hover(-1);
            arrange();
        } else {
            scenery.show(frame);
        }
        routes();
        double headline = Headline.of(frame.state()).current(frame.state());
        hub.show(Double.isNaN(headline) ? "–" : Figures.percent(headline));
        hub.say(
                flowing
                        ? Figures.measure(tempo.roundsPerSecond()) + " rounds a second"
                        : Cohorts.hub(frame, reduced));
        refresh();
    }

    private void refresh() {
        if (table.node().isVisible()) {
            table.show(frame, befalling.hindrances());
        }
        if (hovered >= 0) {
            hover(hovered);
        }
    }

    /** Moves what moves; called every frame. */
    public void move(long nanos) {
        now = nanos;
        Step step = frame.step();
        if (reduced || step == null || arrangement == null || !isVisible()) {
            return;
        }
        if (flowing) {
            hub.glow(0.35);
            motion.stream(nanos / 1e9);
            return;
        }
        double pace = Double.isInfinite(speed) ? 4 : speed;
        double share = (nanos - stepSince) / 1e9 / STEP_SECONDS * pace;
        hub.glow(step == Step.COMBINE && share < 1 ? Math.sin(Math.PI * share) : 0);
        switch (step) {
            case CHOOSE_AND_SEND, PROTECT_AND_SEND, COMBINE -> motion.travel(step, share);
            case TRAIN -> {
                if (share < 1.2 || !frame.paused()) {
                    motion.train(frame, share, nanos / 1e9);
                }
            }
            case TEST_AND_REWARD -> motion.still();
        }
    }

    /** Marks the node that the inspector shows. */
    public void chosen(@Nullable String id) {
        Integer seat = id == null ? null : frame.state().nodes().seats().get(id);
        chosen = seat == null ? -1 : seat;
        scenery.mark(chosen, hovered);
    }

    private void choose(int seat) {
        if (seat >= 0) {
            onChoose.accept(frame.state().nodes().list().get(seat).id());
        }
    }

    private void hover(int seat) {
        boolean changed = seat != hovered;
        hovered = seat;
        Arrangement a = arrangement;
        if (seat < 0 || a == null || seat >= frame.state().nodes().size()) {
            hovered = -1;
            card.setVisible(false);
            if (changed) {
                onHover.accept(null);
            }
        } else {
            NodeState node = frame.state().nodes().list().get(seat);
            String hindered = Hindered.words(befalling.hindrances(), seat, node);
            card.show(frame, node, hindered, a.seat(seat), this);
            if (changed) {
                onHover.accept(node.id());
            }
        }
        if (changed) {
            scenery.mark(chosen, hovered);
        }
    }

    private void pressed(KeyEvent event) {
        int nodes = frame.state().nodes().size();
        if (nodes == 0 || event.isControlDown()) {
            return;
        }
        int from = hovered >= 0 ? hovered : chosen;
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            hover(from < 0 ? 0 : Math.floorMod(from + step, nodes));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && from >= 0) {
            choose(from);
            event.consume();
        } else if (Befalling.asksForMenu(event) && from >= 0 && arrangement != null) {
            Seat seat = arrangement.seat(from);
            Point2D place = localToScreen(seat.x(), seat.y());
            menu(from, place.getX(), place.getY());
            event.consume();
        }
    }

    private void menu(int seat, double x, double y) {
        if (seat >= 0) {
            befalling.open(this, frame, seat, x, y);
        }
    }

    private int at(double x, double y) {
        Arrangement a = arrangement;
        return a == null || table.node().isVisible() ? -1 : a.at(x, y);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        table.node().resizeRelocate(0, 0, getWidth(), getHeight());
        if (scenery instanceof GridScenery) {
            scenery.node().resizeRelocate(0, 0, getWidth(), getHeight());
        }
        Extent extent = new Extent(getWidth(), getHeight());
        if (!extent.equals(laidOut)) {
            laidOut = extent;
            arrange();
        }
    }

    private record Extent(double width, double height) {}

    private Extent laidOut = new Extent(0, 0);

    private void arrange() {
        List<Integer> examples =
                frame.state().nodes().list().stream().map(n -> n.seat().examples()).toList();
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Arrangement next = Arrangements.of(examples, getWidth(), getHeight());
        boolean grid = next.form() == Form.GRID;
        if (grid != scenery instanceof GridScenery) {
            scenery = grid ? new GridScenery() : new RingScenery();
            scenery.node().setVisible(!table.node().isVisible());
            getChildren().set(0, scenery.node());
        }
        arrangement = next;
        if (grid) {
            scenery.node().resizeRelocate(0, 0, getWidth(), getHeight());
        }
        scenery.dropped(befalling.hindrances().dropped());
        scenery.arrange(frame, next, palette);
        scenery.mark(chosen, hovered);
        hub.place(next, palette, frame.state().web().peers() != null);
        motion.arrange(next, palette);
        routes();
    }

    private void routes() {
        Arrangement a = arrangement;
        if (a != null) {
            motion.follow(Cohorts.working(frame), Routes.of(frame, a, Cohorts.seats(frame)));
        }
    }
}
