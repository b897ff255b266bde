package federarium.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** Light or dark. */
public enum Appearance {
    LIGHT(new PrimerLight(), Palette.LIGHT),
    DARK(new PrimerDark(), Palette.DARK);

    private final Theme theme;
    private final Palette palette;

    Appearance(Theme theme, Palette palette) {
        this.theme = theme;
        this.palette = palette;
    }

    /** What the system prefers right now. */
    public static Appearance ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Palette palette() {
        return palette;
    }

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses every control of the application. */
    public void wear() {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    /** The sheet with everything that AtlantaFX does not say, for a scene's own list. */
    public static String sheet() {
        return Resources.url("/federarium/desktop/theme/federarium.css");
    }
}
