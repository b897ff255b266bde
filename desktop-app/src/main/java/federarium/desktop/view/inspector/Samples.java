package federarium.desktop.view.inspector;

import federarium.data.Dataset;
import federarium.data.ImageShape;
import federarium.data.NodeRows;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A few of a node's training rows: pictures where they are pictures, else numbers. */
final class Samples {
    private static final int PICTURES = 10;
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;

    private Samples() {}

    static Node of(Dataset dataset, NodeRows node, Palette palette) {
        ImageShape shape = dataset.image();
        return shape == null ? rows(dataset, node) : pictures(dataset, node, shape, palette);
    }

    private static Node pictures(
            Dataset dataset, NodeRows node, ImageShape shape, Palette palette) {
        FlowPane pane = new FlowPane();
        pane.setId("samples");
        pane.getStyleClass().add("samples");
        for (int row : some(node.train(), PICTURES)) {
            ImageView view = new ImageView(picture(dataset, row, shape, palette));
            Label label = new Label(dataset.classNames().get(dataset.label(row)));
            VBox tile = new VBox(view, label);
            tile.setAlignment(Pos.CENTER);
            tile.getStyleClass().add("sample");
            pane.getChildren().add(tile);
        }
        return pane;
    }

    /**
     * The row as ink on the panel's ground, enlarged by whole pixels. Standardisation moves all
     * pixels by the same factor and offset, so the row's own extremes give the picture back.
     */
    static WritableImage picture(Dataset dataset, int row, ImageShape shape, Palette palette) {
        int zoom = Math.max(1, 44 / Math.max(shape.width(), shape.height()));
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int i = 0; i < shape.height() * shape.width(); i++) {
            low = Math.min(low, dataset.feature(row, i));
            high = Math.max(high, dataset.feature(row, i));
        }
        WritableImage image = new WritableImage(shape.width() * zoom, shape.height() * zoom);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < shape.height() * zoom; y++) {
            for (int x = 0; x < shape.width() * zoom; x++) {
                float value = dataset.feature(row, y / zoom * shape.width() + x / zoom);
                double ink = high > low ? (value - low) / (high - low) : 0;
                Color colour = palette.background().interpolate(palette.text(), ink);
                pixels.setColor(x, y, colour);
            }
        }
        return image;
    }

    private static Node rows(Dataset dataset, NodeRows node) {
        GridPane grid = new GridPane();
        grid.setId("samples");
        grid.getStyleClass().add("sample-rows");
        int columns = Math.min(COLUMNS, dataset.width());
        for (int column = 0; column < columns; column++) {
            grid.add(cell(dataset.featureNames().get(column), "sample-head"), column, 0);
        }
        grid.add(cell("label", "sample-head"), columns, 0);
        int line = 1;
        for (int row : some(node.train(), ROWS)) {
            for (int column = 0; column < columns; column++) {
                String value = Figures.measure(dataset.feature(row, column));
                grid.add(cell(value, "number"), column, line);
            }
            String name = dataset.classNames().get(dataset.label(row));
            grid.add(cell(name, "sample-label"), columns, line++);
        }
        int more = dataset.width() - columns;
        VBox box = new VBox(grid);
        if (more > 0) {
            Label rest =
                    new Label(
                            "… and %s, as the model sees them"
                                    .formatted(Figures.many(more, "more column")));
            rest.getStyleClass().add("caption");
            rest.setWrapText(true);
            rest.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(rest);
        }
        return box;
    }

    private static Label cell(String text, @Nullable String style) {
        Label label = new Label(text);
        label.setMaxWidth(76);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        GridPane.setHalignment(label, HPos.LEFT);
        return label;
    }

    /** Rows spread evenly over all that the node has. */
    static List<Integer> some(int[] rows, int most) {
        List<Integer> few = new ArrayList<>();
        int count = Math.min(most, rows.length);
        for (int i = 0; i < count; i++) {
            few.add(rows[(int) ((long) i * rows.length / count)]);
        }
        return few;
    }
}
