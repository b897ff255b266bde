package federarium.desktop.theme;

import java.util.List;
import javafx.scene.text.Font;

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

    /** The same as a style, for text nodes in a scene: style sheets would override a set font. */
    public static String style(boolean strong, double size) {
        return "-fx-font-family: '%s'; -fx-font-size: %spx;"
                .formatted(strong ? FAMILY + " Semi Bold" : FAMILY, size);
    }

    public static Font regular(double size) {
        return Font.font(FAMILY, size);
    }

    public static Font strong(double size) {
        return Font.font(FAMILY + " Semi Bold", size);
    }
}
