package federarium.desktop.view.inspector;

import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A row for each label: its name, a bar, how many rows carry it. */
final class LabelBars {
    private static final int MOST = 12;
    private static final double HIGH = 56;

    private LabelBars() {}

    /** Upright where the names are short enough to stand side by side, else lying. */
    static Node of(List<String> names, List<Integer> counts, Palette palette) {
        boolean brief = names.size() <= MOST && names.stream().allMatch(name -> name.length() <= 2);
        return brief ? upright(names, counts, palette) : lying(names, counts, palette);
    }

    private static Node upright(List<String> names, List<Integer> counts, Palette palette) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("label-columns");
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        for (int i = 0; i < counts.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / counts.size());
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            Rectangle bar = new Rectangle(14, Math.max(1, HIGH * counts.get(i) / most));
            bar.setArcWidth(3);
            bar.setArcHeight(3);
            bar.setFill(palette.label(i));
            GridPane.setValignment(bar, VPos.BOTTOM);
            Label count = new Label(Figures.count(counts.get(i)));
            count.setMinWidth(Region.USE_PREF_SIZE);
            Label name = new Label(names.get(i));
            name.getStyleClass().add("label-name");
            grid.addColumn(i, count, bar, name);
        }
        return grid;
    }

    private static Node lying(List<String> names, List<Integer> counts, Palette palette) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("label-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setMaxWidth(110);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(name, bar, number);
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        int rows = Math.min(MOST, counts.size());
        for (int i = 0; i < rows; i++) {
            Label count = new Label(Figures.count(counts.get(i)));
            count.setMinWidth(Region.USE_PREF_SIZE);
            count.getStyleClass().add("number");
            grid.addRow(
                    i,
                    new Label(names.get(i)),
                    bar((double) counts.get(i) / most, i, palette),
                    count);
        }
        if (counts.size() > rows) {
            grid.add(
                    new Label("and %d more labels".formatted(counts.size() - rows)), 0, rows, 3, 1);
        }
        return grid;
    }

    private static Pane bar(double share, int label, Palette palette) {
        Rectangle bar = new Rectangle(0, 9);
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        bar.setFill(palette.label(label));
        Pane track = new Pane(bar);
        track.setMinWidth(40);
        track.setPrefHeight(9);
        track.setMaxHeight(9);
        bar.widthProperty()
                .bind(track.widthProperty().multiply(share == 0 ? 0 : Math.max(0.02, share)));
        return track;
    }
}
