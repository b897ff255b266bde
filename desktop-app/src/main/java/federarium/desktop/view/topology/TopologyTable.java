package federarium.desktop.view.topology;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.NodeState;
import federarium.scenario.Hindrances;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableView;

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
                            new Column<>("Sent down", Row::down, Figures::bytes)));

    private record Row(
            String name,
            Integer examples,
            String labels,
            Double score,
            String phase,
            Double share,
            Double norm,
            Long up,
            Long down) {}

    TableView<?> node() {
        return table;
    }

    void show(Frame frame, Hindrances hindrances) {
        List<NodeState> nodes = frame.state().nodes().list();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            rows.add(row(frame, nodes.get(i), Hindered.words(hindrances, i, nodes.get(i))));
        }
        table.getItems().setAll(rows);
        table.sort();
    }

    private static Row row(Frame frame, NodeState node, String hindered) {
        UpdateReceived update = node.update();
        Double share = node.share();
        return new Row(
                node.seat().name(),
                node.seat().examples(),
                HoverCard.commonest(frame, node),
                Headline.of(frame.state()).of(node.score()),
                phase(node, hindered),
                share == null ? Double.NaN : share,
                update == null ? Double.NaN : update.norm(),
                node.traffic().bytesUp(),
                node.traffic().bytesDown());
    }

    private static String phase(NodeState node, String hindered) {
        if (hindered.equals("dropped")) {
            return hindered;
        }
        String phase = phase(node);
        return hindered.isEmpty() ? phase : phase + ", " + hindered;
    }

    private static String phase(NodeState node) {
        return switch (node.phase()) {
            case IDLE -> "not chosen";
            case CHOSEN -> "chosen";
            case MODEL_SENT -> "has the model";
            case UPDATE_RECEIVED -> "update received";
            case REJECTED -> "update refused";
        };
    }

    private static String measure(double value) {
        return Double.isNaN(value) ? "–" : Figures.measure(value);
    }
}
