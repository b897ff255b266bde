package federarium.desktop.view.charts;

import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.event.FederationEvent.RoundCosted;
import federarium.projection.RoundPoint;
import federarium.projection.RunCost;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the run costs on simulated devices: this round, so far, and on pooled rows instead. */
final class CostBoard extends VBox {
    static final String METHODS =
            """
            Simulated, from what the nodes' devices are said to be; nothing of it is measured.
            time: on the way to a node and back, and training between; a round takes as long as \
            what it waits for
            energy: of the nodes' devices, computing time × watts + bytes × joules a byte
            CO₂: joules ÷ 3,600,000 × grams a kilowatt-hour (devices.gramsPerKilowattHour)
            pooled instead: every node uploads its raw rows once, and one large server sees as \
            many rows as the nodes did together
            Counted on neither side: the network's energy, idle machines, what the coordinator \
            computes.
            Published results disagree on which is greener: Qiu and others (JMLR 2023) find \
            federations far dirtier in many settings, Savazzi and others (IEEE TGCN 2022) find \
            them cleaner where little is sent.\
            """;

    private static final List<String> COLUMNS = List.of("", "time", "energy", "CO₂", "sent");

    private final Label[][] cells = new Label[4][COLUMNS.size()];

    private final Tooltip methods = new Tooltip();

    CostBoard() {
        setId("cost");
        getStyleClass().add("cost");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cost-grid");
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                Label cell = new Label(row == 0 ? COLUMNS.get(column) : "");
                cell.setMinWidth(Region.USE_PREF_SIZE);
                cell.getStyleClass().add(row == 0 || column == 0 ? "cost-head" : "cost-figure");
                GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
                cells[row][column] = cell;
                grid.add(cell, column, row);
            }
        }
        Label doubt =
                new Label(
                        "Simulated, the network's energy not counted. Published results disagree"
                                + " on which is greener.");
        doubt.setWrapText(true);
        doubt.setMinHeight(Region.USE_PREF_SIZE);
        doubt.getStyleClass().add("caption");
        methods.setWrapText(true);
        methods.setMaxWidth(420);
        Tooltip.install(this, methods);
        getChildren().addAll(grid, doubt);
    }

    /**
     * @param how the figures were come by
     */
    void show(List<RoundPoint> points, Turn turn, String how) {
        methods.setText(how);
        setAccessibleHelp(how);
        RunCost all = RunCost.of(points);
        long bytes = points.stream().mapToLong(CostBoard::bytes).sum();
        write(2, "federated so far", all.seconds(), all.joules(), all.grams(), bytes);
        write(
                3,
                "pooled instead",
                all.pooling().seconds(),
                all.pooling().joules(),
                all.pooling().grams(),
                all.pooling().bytes());
        if (points.size() > 1) {
            RoundPoint last = points.getLast();
            double before = points.get(points.size() - 2).virtualSeconds();
            RoundCosted cost = last.cost();
            write(
                    1,
                    turn.word() + " " + last.round(),
                    last.virtualSeconds() - before,
                    cost == null ? 0 : cost.joules(),
                    cost == null ? 0 : cost.grams(),
                    bytes(last));
        } else {
            write(1, turn.word() + " 0", 0, 0, 0, 0);
        }
    }

    private static long bytes(RoundPoint point) {
        return point.bytesUp() + point.bytesDown();
    }

    private void write(
            int row, String what, double seconds, double joules, double grams, long bytes) {
        cells[row][0].setText(what);
        cells[row][1].setText(Figures.measure(seconds) + " s");
        cells[row][2].setText(Figures.measure(joules) + " J");
        cells[row][3].setText(Figures.grams(grams));
        cells[row][4].setText(Figures.bytes(bytes));
    }
}
