package federarium.desktop.view.topology;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Allowance;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Suspicion;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.NodeState;
import federarium.projection.NodeState.Phase;
import federarium.scenario.Hindrances;
import federarium.scenario.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The topology as a table. */
final class TopologyTable {
    private final TableView<Row> table =
            Boards.table(
                    "topology-table",
                    "No nodes have joined yet.",
                    List.of(
                            new Column<>("Node", Row::name, Function.identity()),
                            new Column<>("Examples", Row::examples, n -> Figures.count(n)),
                            new Column<>("Labels", Row::labels, Function.identity()),
                            new Column<>("Own accuracy", Row::score, Figures::percent),
                            new Column<>("This round", Row::phase, Function.identity()),
                            new Column<>("Weight", Row::share, Figures::percent),
                            new Column<>("Update norm", Row::norm, TopologyTable::measure),
                            new Column<>("Sent up", Row::up, Figures::bytes),
                            new Column<>("Sent down", Row::down, Figures::bytes),
                            new Column<>("Credits", Row::credits, TopologyTable::credits),
                            new Column<>("Last paid", Row::paid, TopologyTable::gain),
                            new Column<>("ε", Row::epsilon, TopologyTable::measure),
                            new Column<>("Budget left", Row::left, Figures::percent)));

    private record Row(
            int seat,
            String name,
            Integer examples,
            String labels,
            Double score,
            String phase,
            Double share,
            Double norm,
            Long up,
            Long down,
            Double credits,
            Double paid,
            Double epsilon,
            Double left) {}

    TableView<?> node() {
        return table;
    }

    void show(Frame frame, Hindrances hindrances, Privacy privacy) {
        int columns = table.getColumns().size();
        boolean paid =
                frame.state().nodes().list().stream().anyMatch(n -> n.purse().total() != null);
        table.getColumns().get(columns - 4).setVisible(paid);
        table.getColumns().get(columns - 3).setVisible(paid);
        table.getColumns().get(columns - 2).setVisible(!privacy.isNone());
        table.getColumns().get(columns - 1).setVisible(privacy.budget() != null);
        List<NodeState> nodes = frame.state().nodes().list();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeState node = nodes.get(i);
            String hindered = Hindered.words(hindrances, i, node);
            rows.add(row(frame, i, node, hindered, Allowance.of(privacy, node)));
        }
        int selected = seat();
        table.getItems().setAll(rows);
        table.sort();
        for (int i = 0; i < rows.size() && selected >= 0; i++) {
            if (table.getItems().get(i).seat() == selected) {
                table.getSelectionModel().select(i);
                table.getFocusModel().focus(i);
            }
        }
    }

    boolean isShown() {
        return table.isVisible();
    }

    /** Of the node whose row is selected, or −1. */
    int seat() {
        Row row = table.getSelectionModel().getSelectedItem();
        return row == null ? -1 : row.seat();
    }

    /** Of the selected row on the screen; where it is scrolled out of sight, of the table. */
    Point2D place() {
        for (Node each : table.lookupAll(".table-row-cell")) {
            if (each instanceof TableRow<?> row && row.isSelected() && row.isVisible()) {
                return row.localToScreen(40, row.getHeight());
            }
        }
        return table.localToScreen(40, 40);
    }

    private static Row row(
            Frame frame, int seat, NodeState node, String hindered, Allowance allowance) {
        UpdateReceived update = node.update();
        return new Row(
                seat,
                node.seat().name(),
                node.seat().examples(),
                HoverCard.commonest(frame, node),
                Headline.of(frame.state()).of(node.score()),
                phase(node, Suspicion.words(frame.state(), node), hindered, allowance),
                orNaN(node.share()),
                update == null ? Double.NaN : update.norm(),
                node.traffic().bytesUp(),
                node.traffic().bytesDown(),
                orNaN(node.purse().total()),
                orNaN(node.purse().last()),
                allowance.spent(),
                allowance.budget() == null ? Double.NaN : allowance.left());
    }

    private static String phase(
            NodeState node, String suspicion, String hindered, Allowance allowance) {
        String absent = Cohorts.absent(node, hindered.equals("dropped"));
        if (!absent.isEmpty()) {
            return absent;
        }
        String phase = allowance.locked() ? "sits out, budget spent" : phase(node, suspicion);
        return hindered.isEmpty() ? phase : phase + ", " + hindered;
    }

    private static String phase(NodeState node, String suspicion) {
        return node.phase() == Phase.REJECTED || suspicion.isEmpty()
                ? standing(node, suspicion)
                : standing(node, suspicion) + ", last ✕ " + suspicion;
    }

    private static String standing(NodeState node, String suspicion) {
        return switch (node.phase()) {
            case IDLE -> "idle";
            case CHOSEN -> "chosen";
            case MODEL_SENT -> "at work";
            case UPDATE_RECEIVED -> "has trained";
            case REJECTED -> {
                String reason = node.rejection();
                yield suspicion.isEmpty() ? "not used: " + reason : "✕ " + suspicion;
            }
        };
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String credits(double value) {
        return Double.isNaN(value) ? "–" : Figures.credits(value);
    }

    private static String gain(double value) {
        return Double.isNaN(value) ? "–" : Figures.gain(value);
    }

    private static String measure(double value) {
        return Double.isNaN(value) ? "–" : Figures.measure(value);
    }
}
