package federarium.desktop.view.lab;

import static java.util.Objects.requireNonNull;

import federarium.data.Dataset;
import federarium.data.ImageShape;
import federarium.desktop.control.Drawing;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import federarium.host.Rebuilt;
import federarium.host.Rebuilt.Picture;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Originals above, what was rebuilt of them below, and how alike they are. */
final class Exhibition extends VBox {
    private static final double SIDE = 144;
    private static final double SMALL = 88;
    private static final int FEW = 4;
    private static final int COLUMNS = 12;

    private final Label head = label("lab-rebuilt-head", "section-title");
    private final FlowPane pictures = new FlowPane(14, 12);
    private final Label figures = label("lab-rebuilt-figures", null);
    private final Label meaning = label("lab-rebuilt-meaning", "lab-meaning");

    Exhibition() {
        setId("lab-rebuilt");
        getStyleClass().add("lab-group");
        pictures.setId("lab-pictures");
        getChildren().addAll(head, pictures, meaning, figures);
    }

    static Label label(String id, @Nullable String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    void show(Rebuilt rebuilt, Dataset data, Palette palette) {
        head.setText(head(rebuilt) + order(data.image()));
        pictures.getChildren().clear();
        double side = rebuilt.pictures().size() > FEW ? SMALL : SIDE;
        ImageShape shape = data.image();
        for (Picture each : rebuilt.pictures()) {
            pictures.getChildren()
                    .add(
                            shape == null
                                    ? numbers(each, data)
                                    : pair(each, shape, side, palette, data.classNames()));
        }
        meaning.setText(rebuilt.meaning());
        figures.setText(figures(rebuilt));
    }

    private static String head(Rebuilt rebuilt) {
        String what =
                switch (rebuilt.seen()) {
                    case "sum" -> "From the sum that hides the update of %s, round %d";
                    case "gradient" -> "From the gradient of %s, round %d";
                    default -> "From the update of %s, round %d";
                };
        return (what + ": %s, %s, by %s")
                .formatted(
                        rebuilt.node(),
                        rebuilt.round(),
                        Figures.many(rebuilt.rows(), "row"),
                        Figures.many(rebuilt.steps(), "step"),
                        rebuilt.method());
    }

    private static String order(@Nullable ImageShape shape) {
        return shape == null ? "" : "; the originals above, what was rebuilt below";
    }

    private static VBox pair(
            Picture picture, ImageShape shape, double side, Palette palette, List<String> classes) {
        Raster.Ink ink = Raster.Ink.of(picture.original());
        Label likeness =
                new Label(
                        "%s · %s"
                                .formatted(
                                        classes.get(picture.label()),
                                        Figures.measure(picture.cosine())));
        likeness.getStyleClass().add("number");
        VBox tile =
                new VBox(
                        4,
                        raster(picture.original(), shape, ink, side, palette, "original"),
                        raster(picture.rebuilt(), shape, ink, side, palette, "rebuilt"),
                        likeness);
        tile.setAccessibleText(
                "A %s, taken for a %s; similarity %s"
                        .formatted(
                                classes.get(picture.label()),
                                classes.get(picture.guessed()),
                                Figures.measure(picture.cosine())));
        return tile;
    }

    private static Drawing raster(
            List<Double> values,
            ImageShape shape,
            Raster.Ink ink,
            double side,
            Palette palette,
            String what) {
        Drawing drawing =
                new Drawing((g, _, _) -> Raster.paint(g, shape, values, ink, palette, side));
        drawing.setMinSize(side, side);
        drawing.setPrefSize(side, side);
        drawing.setMaxSize(side, side);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setAccessibleText(what);
        return drawing;
    }

    private static GridPane numbers(Picture picture, Dataset data) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sample-rows");
        grid.addRow(0, new Label("column"), new Label("original"), new Label("rebuilt"));
        for (int j = 0; j < Math.min(COLUMNS, data.width()); j++) {
            grid.addRow(
                    j + 1,
                    new Label(data.featureNames().get(j)),
                    new Label(Figures.measure(picture.original().get(j))),
                    new Label(Figures.measure(picture.rebuilt().get(j))));
        }
        return grid;
    }

    private static String figures(Rebuilt rebuilt) {
        StringBuilder words = new StringBuilder();
        words.append(
                "Similarity %s on average: cosine once the mean of public rows is taken from both. The mean of public rows itself comes to %s, the same attack on pure noise to %s."
                        .formatted(
                                Figures.measure(rebuilt.cosine()),
                                Figures.measure(rebuilt.meanImage().cosine()),
                                Figures.measure(rebuilt.noise().cosine())));
        Double epsilon = rebuilt.epsilon();
        if (epsilon != null) {
            words.append(
                    " ε of this one release is %s at δ %s."
                            .formatted(
                                    Figures.measure(epsilon),
                                    Figures.measure(requireNonNull(rebuilt.delta()))));
        }
        if (Boolean.TRUE.equals(rebuilt.logged())) {
            words.append(" The update was computed again, of exactly the length in the log.");
        }
        return words.toString();
    }
}
