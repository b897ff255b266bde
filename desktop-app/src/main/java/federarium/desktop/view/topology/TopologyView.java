package federarium.desktop.view.topology;

import federarium.desktop.control.Packet.Fill;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Tempo;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.event.Step;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The federation as it stands: coordinator, nodes, and what travels between them. */
public final class TopologyView extends Pane {
    private static final double STEP_SECONDS = 0.6;

    /** Room for the button that brings the picture back. */
    private static final double ABOVE_TABLE = 28;

    private final HubGlyph hub = new HubGlyph();
    private final Motion motion = new Motion();
    private final TopologyTable table = new TopologyTable();
    private Scenery scenery = new RingScenery();
    private final Pointing pointing = new Pointing(this, table, scenery);
    private @Nullable Arrangement arrangement;
    private Frame frame = Frame.EMPTY;
    private Palette palette = Palette.LIGHT;
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
        getChildren().setAll(scenery.node(), motion, hub, pointing.card(), table.node());
    }

    /** Told of the node under the pointer, null for none. */
    public void onHover(Consumer<@Nullable String> listener) {
        pointing.onHover(listener);
    }

    /** Told of what is to befall a node: settings and their values. */
    public void onChange(Consumer<Map<String, String>> listener) {
        pointing.onChange(listener);
    }

    /** Told of the node that was clicked. */
    public void onChoose(Consumer<String> listener) {
        pointing.onChoose(listener);
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
            table.show(frame, pointing.hindrances(), pointing.privacy());
        }
    }

    /** The settings that act from the next round on. */
    public void show(Scenario scenario) {
        pointing.show(scenario);
        scenery.dropped(pointing.hindrances().dropped());
        scenery.privacy(pointing.privacy());
        motion.fill(fill(scenario));
        scenery.show(frame);
        refresh();
    }

    /** How updates look; noise that the coordinator puts on the sum leaves these as they are. */
    private static Fill fill(Scenario scenario) {
        return switch (scenario.concealment()) {
            case MASKS -> Fill.HATCHED;
            case BFV, PAILLIER -> Fill.SEALED;
            case NONE ->
                    switch (scenario.privacy().mechanism()) {
                        case NONE, CENTRAL -> Fill.PLAIN;
                        case LOCAL, DISTRIBUTED, DP_SGD -> Fill.SPECKLED;
                    };
        };
    }

    public void show(Frame next, Tempo tempo) {
        boolean fresh = next.step() != frame.step() || next.round() != frame.round();
        boolean others = !Cohorts.same(next, frame);
        frame = next;
        pointing.show(next);
        flowing = tempo.flowing() && !next.paused() && next.running();
        if (fresh) {
            stepSince = now;
        }
        if (others) {
            pointing.forget();
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
        if (table.isShown()) {
            table.show(frame, pointing.hindrances(), pointing.privacy());
        }
        pointing.refresh();
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
        pointing.chosen(id);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        table.node().resizeRelocate(0, ABOVE_TABLE, getWidth(), getHeight() - ABOVE_TABLE);
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
        Arrangement next =
                Arrangements.of(examples, Junction.groups(frame), getWidth(), getHeight());
        boolean grid = next.form() == Form.GRID;
        if (grid != scenery instanceof GridScenery) {
            scenery = grid ? new GridScenery() : new RingScenery();
            scenery.node().setVisible(!table.isShown());
            getChildren().set(0, scenery.node());
        }
        arrangement = next;
        if (grid) {
            scenery.node().resizeRelocate(0, 0, getWidth(), getHeight());
        }
        scenery.dropped(pointing.hindrances().dropped());
        scenery.privacy(pointing.privacy());
        scenery.arrange(frame, next, palette);
        pointing.arranged(scenery, next);
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
