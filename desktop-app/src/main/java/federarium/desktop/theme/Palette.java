package federarium.desktop.theme;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of whatever is drawn rather than styled. Text colours keep a contrast of 4.5 and
 * graphics one of 3 on the background; a test holds them to it.
 *
 * @param background behind the topology and the charts
 * @param panel the side panels and the fill of idle nodes
 * @param hairline separators and grid lines, which carry no meaning of their own
 * @param edge the lines between coordinator and nodes
 * @param accent the global model, and whatever is active
 * @param worst the node that the model serves worst
 * @param alone nodes that train alone
 * @param pooled all rows in one place
 * @param own models that nodes keep for themselves
 * @param privacy budgets, and what noise promises
 * @param coin credits
 * @param ghost runs that were
 * @param labels a colour per class; they repeat after the tenth, so never rely on them alone
 */
public record Palette(
        Color background,
        Color panel,
        Color text,
        Color muted,
        Color hairline,
        Color edge,
        Color accent,
        Color worst,
        Color alone,
        Color pooled,
        Color own,
        Color privacy,
        Color coin,
        Color ghost,
        Color danger,
        List<Color> labels) {

    public static final Palette LIGHT =
            new Palette(
                    Color.web("#ffffff"),
                    Color.web("#f6f8fa"),
                    Color.web("#24292f"),
                    Color.web("#57606a"),
                    Color.web("#e3e7ec"),
                    Color.web("#c3cad3"),
                    Color.web("#0969da"),
                    Color.web("#bc4c00"),
                    Color.web("#8250df"),
                    Color.web("#1a7f37"),
                    Color.web("#bf3989"),
                    Color.web("#0e7490"),
                    Color.web("#9a6700"),
                    Color.web("#8c959f"),
                    Color.web("#cf222e"),
                    colours(
                            "#0969da", "#bc4c00", "#1a7f37", "#8250df", "#cf222e", "#0e7490",
                            "#9a6700", "#bf3989", "#57606a", "#4d7c0f"));

    public static final Palette DARK =
            new Palette(
                    Color.web("#0d1117"),
                    Color.web("#161b22"),
                    Color.web("#e6edf3"),
                    Color.web("#9aa4af"),
                    Color.web("#222932"),
                    Color.web("#3a434e"),
                    Color.web("#58a6ff"),
                    Color.web("#f0883e"),
                    Color.web("#bc8cff"),
                    Color.web("#3fb950"),
                    Color.web("#f778ba"),
                    Color.web("#39c5cf"),
                    Color.web("#e3b341"),
                    Color.web("#6e7681"),
                    Color.web("#ff7b72"),
                    colours(
                            "#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#ff7b72", "#39c5cf",
                            "#e3b341", "#f778ba", "#a6b0bb", "#a3d139"));

    public Color label(int index) {
        return labels.get(index % labels.size());
    }

    private static List<Color> colours(String... webs) {
        return List.of(webs).stream().map(Color::web).toList();
    }
}
