package federarium.desktop.view.topology;

import federarium.desktop.text.Deeds;
import federarium.projection.NodeState;
import federarium.projection.Nodes;
import federarium.scenario.Attack;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What a node can be made to do that it should not; all that are hostile do the same. */
final class AttackMenu {
    private final Nodes nodes;
    private final int seat;
    private final Standing now;
    private final Consumer<Map<String, String>> asks;

    /**
     * How hostile a run is.
     *
     * @param kind what hostile nodes do, as {@code attack.kind} has it
     * @param sealed whether it may not be told who they are
     */
    record Standing(Attack attack, String kind, boolean sealed) {
        static final Standing PEACE = new Standing(Attack.NONE, "none", false);

        Standing sealed(boolean yes) {
            return new Standing(attack, kind, yes);
        }
    }

    /**
     * The menu of the node in that seat.
     *
     * @param asks told of settings, and the values that they are to have from the next round on
     */
    AttackMenu(Nodes nodes, int seat, Standing now, Consumer<Map<String, String>> asks) {
        this.nodes = nodes;
        this.seat = seat;
        this.now = now;
        this.asks = asks;
    }

    Menu open() {
        Menu menu = new Menu(now.sealed() ? "Attack: one is sealed" : "Attack");
        menu.setId("node-attack");
        if (now.sealed()) {
            menu.setDisable(true);
            return menu;
        }
        Set<Integer> hostile = now.attack().clients(nodes.size());
        for (Deeds deed : Deeds.values()) {
            RadioMenuItem item = new RadioMenuItem("%s: %s".formatted(deed.kind(), deed.words()));
            item.setId("node-attack-" + deed.kind());
            item.setSelected(hostile.contains(seat) && now.kind().equals(deed.kind()));
            item.setOnAction(_ -> join(deed.kind(), hostile));
            menu.getItems().add(item);
        }
        Set<Integer> others = new TreeSet<>(hostile);
        others.remove(seat);
        if (!others.isEmpty()) {
            MenuItem same = new MenuItem("Hostile nodes all do the same: also " + ids(others));
            same.setDisable(true);
            menu.getItems().addAll(new SeparatorMenuItem(), same);
        }
        return menu;
    }

    /** Back to what it was; not to be had where the node is honest, or nobody may know. */
    MenuItem honest() {
        Set<Integer> others = new TreeSet<>(now.attack().clients(nodes.size()));
        MenuItem item = new MenuItem("Be honest again");
        item.setId("node-honest");
        item.setDisable(now.sealed() || !others.remove(seat));
        item.setOnAction(_ ->
                asks.accept(
                        others.isEmpty()
                                ? Map.of("attack.kind", "none")
                                : Map.of("attack.clients", "[" + ids(others) + "]")));
        return item;
    }

    private void join(String kind, Set<Integer> hostile) {
        Set<Integer> all = new TreeSet<>(hostile);
        all.add(seat);
        asks.accept(
                Map.of(
                        "attack.kind",
                        kind,
                        "attack.clients",
                        "[" + ids(all) + "]",
                        "attack.from",
                        "1"));
    }

    private String ids(Set<Integer> seats) {
        return seats.stream()
                .map(each -> nodes.list().get(each))
                .map(NodeState::id)
                .collect(Collectors.joining(", "));
    }
}
