package federarium.desktop.theme;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The few pictograms of the window, as paths on a field of 16 × 16, and the application's icon. */
public enum Icons {
    PLAY("M4.5 2.2 L13.2 8 L4.5 13.8 Z"),
    PAUSE("M4 2.5 H6.6 V13.5 H4 Z M9.4 2.5 H12 V13.5 H9.4 Z"),
    STEP("M3.5 2.8 L10 8 L3.5 13.2 Z M11 2.8 H12.8 V13.2 H11 Z"),
    ROUND("M1.5 3 L6.7 8 L1.5 13 Z M6.9 3 L12.1 8 L6.9 13 Z M12.7 3 H14.3 V13 H12.7 Z"),
    RESET("M8 2.6 A5.4 5.4 0 1 1 2.9 6.2 L4.4 6.7 A3.8 3.8 0 1 0 8 4.2 V6.6 L4 3.4 L8 0.2 Z"),
    SUN(
            "M8 4.6 A3.4 3.4 0 1 1 8 11.4 A3.4 3.4 0 1 1 8 4.6 Z M7.3 0.6 H8.7 V2.8 H7.3 Z M7.3"
                + " 13.2 H8.7 V15.4 H7.3 Z M0.6 7.3 H2.8 V8.7 H0.6 Z M13.2 7.3 H15.4 V8.7 H13.2 Z"
                + " M2.3 3.3 L3.3 2.3 L4.9 3.9 L3.9 4.9 Z M11.1 12.1 L12.1 11.1 L13.7 12.7 L12.7"
                + " 13.7 Z M12.7 2.3 L13.7 3.3 L12.1 4.9 L11.1 3.9 Z M3.9 11.1 L4.9 12.1 L3.3 13.7"
                + " L2.3 12.7 Z"),
    MOON("M6.2 1.6 A6.6 6.6 0 1 0 14.4 9.8 A5.6 5.6 0 0 1 6.2 1.6 Z"),
    PANEL(
            "M2.5 2.5 H13.5 A1 1 0 0 1 14.5 3.5 V12.5 A1 1 0 0 1 13.5 13.5 H2.5 A1 1 0 0 1 1.5 12.5"
                    + " V3.5 A1 1 0 0 1 2.5 2.5 Z M3 4 V12 H9.2 V4 Z"),
    HELP(
            "M8 1 A7 7 0 1 1 8 15 A7 7 0 1 1 8 1 Z M8 2.5 A5.5 5.5 0 1 0 8 13.5 A5.5 5.5 0 1 0 8"
                + " 2.5 Z M5.6 6.4 A2.4 2.4 0 1 1 8.7 8.7 V9.6 H7.3 V7.6 L7.9 7.5 A1.05 1.05 0 1 0"
                + " 7 6.4 Z M7.2 10.6 H8.8 V12.1 H7.2 Z"),
    TABLE(
            "M1.5 2.5 H14.5 V13.5 H1.5 Z M3 6 V8.2 H7.2 V6 Z M8.8 6 V8.2 H13 V6 Z M3 9.8 V12 H7.2"
                    + " V9.8 Z M8.8 9.8 V12 H13 V9.8 Z"),
    MOTION(
            "M1 7.2 H5 V8.8 H1 Z M2.5 3.7 H7 V5.3 H2.5 Z M2.5 10.7 H7 V12.3 H2.5 Z M11 4.4 A3.6 3.6"
                    + " 0 1 1 11 11.6 A3.6 3.6 0 1 1 11 4.4 Z"),
    LOCK(
            "M5 7 V5.4 A3 3 0 0 1 11 5.4 V7 H12 V12.6 H4 V7 Z M6.4 7 H9.6 V5.4 A1.6 1.6 0 0 0 6.4"
                    + " 5.4 Z"),
    WARNING("M8 1.5 L15.2 14 H0.8 Z M7.2 6 V10 H8.8 V6 Z M7.2 11 V12.6 H8.8 V11 Z"),
    NEXT("M3 7.2 H9.6 L6.9 4.5 L8 3.4 L12.6 8 L8 12.6 L6.9 11.5 L9.6 8.8 H3 Z"),
    CLOSE(
            "M3.5 2.4 L8 6.9 L12.5 2.4 L13.6 3.5 L9.1 8 L13.6 12.5 L12.5 13.6 L8 9.1 L3.5 13.6 L2.4"
                    + " 12.5 L6.9 8 L2.4 3.5 Z");

    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    /** A new picture of it, in the colour of the control that it sits in. */
    public Node node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("pictogram");
        StackPane field = new StackPane(shape);
        field.setMinSize(16, 16);
        field.setPrefSize(16, 16);
        field.setMaxSize(16, 16);
        field.setMouseTransparent(true);
        return field;
    }

    /** The application's icon in every size. */
    public static List<Image> application() {
        return SIZES.stream().map(Icons::application).toList();
    }

    /** The application's icon, as many pixels wide. */
    public static Image application(int size) {
        return new Image(Resources.url("/assets/icon/federarium-" + size + ".png"));
    }
}
