package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Frame;
import federarium.projection.NodeState;
import federarium.scenario.Hindrances;
import federarium.scenario.Privacy;
import federarium.scenario.Scenario;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The node that a person points at, with the mouse, the arrow keys or in the table: its card, its
 * menu, and the choice of it.
 */
final class Pointing {
    private final Pane picture;
    private final TopologyTable table;
    private final HoverCard card = new HoverCard();
    private final Befalling befalling = new Befalling();
    private Scenery scenery;
    private @Nullable Arrangement arrangement;
    private Frame frame = Frame.EMPTY;
    private Privacy privacy = Privacy.NONE;
    private Consumer<@Nullable String> onHover = _ -> {};
    private Consumer<String> onChoose = _ -> {};
    private int hovered = -1;
    private int chosen = -1;

    Pointing(Pane picture, TopologyTable table, Scenery scenery) {
        this.picture = picture;
        this.table = table;
        this.scenery = scenery;
        picture.setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
        picture.setOnMouseExited(_ -> hover(-1));
        picture.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked); // the table keeps clicks
        picture.setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger()) {
                int seat = table.isShown() ? table.seat() : at(event.getX(), event.getY());
                menu(seat, event.getScreenX(), event.getScreenY());
            }
        });
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    HoverCard card() {
        return card;
    }

    void onHover(Consumer<@Nullable String> listener) {
        onHover = listener;
    }

    void onChoose(Consumer<String> listener) {
        onChoose = listener;
    }

    void onChange(Consumer<Map<String, String>> listener) {
        befalling.onChange(listener);
    }

    void show(Scenario scenario) {
        befalling.show(scenario);
        privacy = scenario.privacy();
    }

    Hindrances hindrances() {
        return befalling.hindrances();
    }

    Privacy privacy() {
        return privacy;
    }

    /** The nodes are others now. */
    void forget() {
        chosen = -1;
        hover(-1);
    }

    void show(Frame next) {
        frame = next;
        refresh();
    }

    void refresh() {
        if (hovered >= 0) {
            hover(hovered);
        }
    }

    void arranged(Scenery scenery, Arrangement arrangement) {
        this.scenery = scenery;
        this.arrangement = arrangement;
        scenery.mark(chosen, hovered);
    }

    /** Marks the node that the inspector shows. */
    void chosen(@Nullable String id) {
        Integer seat = id == null ? null : frame.state().nodes().seats().get(id);
        chosen = seat == null ? -1 : seat;
        scenery.mark(chosen, hovered);
    }

    private void clicked(MouseEvent event) {
        if (!table.isShown()) {
            picture.requestFocus();
        }
        if (event.getButton() == MouseButton.PRIMARY) {
            choose(table.isShown() ? table.seat() : at(event.getX(), event.getY()));
        }
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
            String hindered = Hindered.words(hindrances(), seat, node);
            Allowance allowance = Allowance.of(privacy, node);
            card.show(frame, node, hindered, allowance, a.seat(seat), picture);
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
        int seat = table.isShown() ? table.seat() : hovered >= 0 ? hovered : chosen;
        boolean arrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
        if (arrow && !table.isShown()) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            hover(seat < 0 ? 0 : Math.floorMod(seat + step, nodes));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && seat >= 0) {
            choose(seat);
            event.consume();
        } else if (Befalling.asksForMenu(event) && seat >= 0) {
            Point2D place = place(seat);
            menu(seat, place.getX(), place.getY());
            event.consume();
        }
    }

    /** Of the node on the screen. */
    private Point2D place(int seat) {
        Arrangement a = arrangement;
        if (table.isShown() || a == null) {
            return table.place();
        }
        return picture.localToScreen(a.seat(seat).x(), a.seat(seat).y());
    }

    private void menu(int seat, double x, double y) {
        if (seat >= 0) {
            befalling.open(picture, frame, seat, x, y);
        }
    }

    private int at(double x, double y) {
        Arrangement a = arrangement;
        return a == null || table.isShown() ? -1 : a.at(x, y);
    }
}
