package federarium.desktop.theme;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Inter, packed with the application: a machine may have no font at all. */
public final class Fonts {
    public static final String FAMILY = "Inter";

    private Fonts() {}

    /** Loads the faces; call it before any text is laid out. */
    public static void load() {
        for (String face : List.of("Regular", "Medium", "SemiBold", "Bold")) {
            Font.loadFont(Resources.url("/assets/fonts/Inter-" + face + ".otf"), 13);
        }
    }

    public static Font regular(double size) {
        return Font.font(FAMILY, FontWeight.NORMAL, size);
    }

    public static Font strong(double size) {
        return Font.font(FAMILY, FontWeight.SEMI_BOLD, size);
    }
}
