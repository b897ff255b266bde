package federarium.desktop.view.topology;

import federarium.event.FederationEvent.NodeJoined;
import federarium.projection.NodeState;
import federarium.projection.Nodes;
import federarium.scenario.Hindrances;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can befall a single node, and the settings that make it so from the next round on. */
final class NodeMenu {
    private final Nodes nodes;
    private final int seat;
    private final Hindrances now;
    private final AttackMenu.Standing hostility;
    private final Consumer<Map<String, String>> asks;

    /**
     * The menu of the node in that seat.
     *
     * @param asks told of settings, and the values that they are to have from the next round on
     */
    NodeMenu(
            Nodes nodes,
            int seat,
            Hindrances now,
            AttackMenu.Standing hostility,
            Consumer<Map<String, String>> asks) {
        this.nodes = nodes;
        this.seat = seat;
        this.now = now;
        this.hostility = hostility;
        this.asks = asks;
    }

    /**
     * The menu.
     *
     * @param unchangeable why nothing can befall a node any more, or null if it can
     */
    ContextMenu open(@Nullable String unchangeable) {
        NodeJoined node = nodes.list().get(seat).seat();
        MenuItem title = new MenuItem(node.name() + (unchangeable == null ? "" : unchangeable));
        title.setDisable(true);
        title.getStyleClass().add("menu-title");
        MenuItem drop = now.dropped().contains(seat) ? rejoin() : drop();
        MenuItem slow = slow();
        AttackMenu attacks = new AttackMenu(nodes, seat, hostility, asks);
        MenuItem attack = attacks.open();
        MenuItem honest = attacks.honest();
        if (unchangeable != null) {
            List.of(drop, slow, attack, honest).forEach(item -> item.setDisable(true));
        }
        return new ContextMenu(
                title,
                new SeparatorMenuItem(),
                drop,
                slow,
                new SeparatorMenuItem(),
                attack,
                honest);
    }

    private MenuItem drop() {
        Set<Integer> dropped = new TreeSet<>(now.dropped());
        dropped.add(seat);
        return item("node-drop", "Drop this node", dropped);
    }

    private MenuItem rejoin() {
        Set<Integer> dropped = new TreeSet<>(now.dropped());
        dropped.remove(seat);
        return item("node-rejoin", "Let it rejoin", dropped);
    }

    private MenuItem item(String id, String text, Set<Integer> dropped) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ ->
                asks.accept(
                        Map.of(
                                "nodes.dropped",
                                dropped.stream()
                                        .map(this::id)
                                        .collect(Collectors.joining(", ", "[", "]")))));
        return item;
    }

    private Menu slow() {
        Menu menu = new Menu("Slow it down");
        menu.setId("node-slow");
        double current = now.delays().getOrDefault(seat, 0.0);
        for (double seconds : new double[] {5, 30, 0}) {
            RadioMenuItem item =
                    new RadioMenuItem(
                            seconds == 0
                                    ? "as fast as it is"
                                    : "by %s s a round".formatted(plain(seconds)));
            item.setId("node-slow-" + plain(seconds));
            item.setSelected(current == seconds);
            item.setOnAction(_ -> delay(seconds));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void delay(double seconds) {
        Map<Integer, Double> delays = new HashMap<>(now.delays());
        if (seconds == 0) {
            delays.remove(seat);
        } else {
            delays.put(seat, seconds);
        }
        asks.accept(
                Map.of(
                        "nodes.delay",
                        new TreeMap<>(delays)
                                .entrySet().stream()
                                        .map(each ->
                                                id(each.getKey()) + "=" + plain(each.getValue()))
                                        .collect(Collectors.joining(", ", "[", "]"))));
    }

    private String id(int seat) {
        NodeState node = nodes.list().get(seat);
        return node.id();
    }

    /** Seconds without an exponent or a trailing zero. */
    static String plain(double seconds) {
        return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
    }
}
