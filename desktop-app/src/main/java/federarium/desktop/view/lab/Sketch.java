package federarium.desktop.view.lab;

import federarium.data.Dataset;
import federarium.data.ImageShape;
import federarium.desktop.control.Drawing;
import federarium.desktop.theme.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A sheet to draw a picture on, pixel by pixel, in the ink of the data. */
final class Sketch extends VBox {
    private static final double SIDE = 176;

    private final Drawing sheet = new Drawing((g, _, _) -> paint(g));
    private final ComboBox<String> label = new ComboBox<>();
    private ImageShape shape = new ImageShape(1, 1, 1);
    private Raster.Ink ink = new Raster.Ink(0, 1);
    private double[] drawn = new double[1];
    private Palette palette = Palette.LIGHT;

    Sketch() {
        setId("lab-sketch");
        getStyleClass().add("lab-group");
        sheet.setId("lab-sheet");
        sheet.setMinSize(SIDE, SIDE);
        sheet.setPrefSize(SIDE, SIDE);
        sheet.setMaxSize(SIDE, SIDE);
        sheet.setAccessibleText("Draw with the mouse; the right button rubs out");
        sheet.setOnMousePressed(event ->
                dab(event.getX(), event.getY(), event.getButton() == MouseButton.SECONDARY));
        sheet.setOnMouseDragged(
                event -> dab(event.getX(), event.getY(), event.isSecondaryButtonDown()));
        label.setId("lab-sketch-label");
        label.setAccessibleText("What it shows");
        Button clear = new Button("Clear");
        clear.setId("lab-sketch-clear");
        clear.getStyleClass().add("small");
        clear.setOnAction(_ -> clear());
        Label words = new Label("Draw your own; say what it is:");
        HBox row = new HBox(8, label, clear);
        getChildren().addAll(words, sheet, row);
    }

    /** Paper of these data; null where their rows are no pictures. */
    void paper(@Nullable Dataset data, Palette colours) {
        palette = colours;
        ImageShape next = data == null ? null : data.image();
        setVisible(next != null);
        setManaged(next != null);
        if (data == null || next == null) {
            return;
        }
        if (!next.equals(shape) || !label.getItems().equals(data.classNames())) {
            shape = next;
            ink = Raster.Ink.of(values(data));
            label.getItems().setAll(data.classNames());
            label.setValue(data.classNames().getFirst());
            clear();
        }
        sheet.redraw();
    }

    /** Every value of a few rows, for the range. */
    private static List<Double> values(Dataset data) {
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < Math.min(200, data.rows()); row++) {
            for (int j = 0; j < data.width(); j++) {
                values.add((double) data.feature(row, j));
            }
        }
        return values;
    }

    private void clear() {
        drawn = new double[shape.size()];
        Arrays.fill(drawn, ink.least());
        sheet.redraw();
    }

    /** A brush a little wider than a pixel of small pictures. */
    private void dab(double x, double y, boolean rubbing) {
        double pixel = SIDE / Math.max(shape.width(), shape.height());
        double reach = Math.max(.75, shape.width() / 20.0);
        for (int py = 0; py < shape.height(); py++) {
            for (int px = 0; px < shape.width(); px++) {
                double far = Math.hypot(px + .5 - x / pixel, py + .5 - y / pixel);
                if (far <= reach) {
                    drawn[py * shape.width() + px] = rubbing ? ink.least() : ink.most();
                }
            }
        }
        sheet.redraw();
    }

    private void paint(GraphicsContext g) {
        List<Double> values = new ArrayList<>();
        for (double each : drawn) {
            values.add(each);
        }
        Raster.paint(g, shape, values, ink, palette, SIDE);
    }

    Asks.Drawn drawn() {
        return new Asks.Drawn(drawn.clone(), label.getItems().indexOf(label.getValue()));
    }

    boolean isBlank() {
        return Arrays.stream(drawn).allMatch(each -> each == ink.least());
    }
}
