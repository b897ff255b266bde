package federarium.desktop.view.charts;

import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The card beside the pointer that reads values. */
final class Readout {
    private static final double ROW = 17;

    private Readout() {}

    /** A row: a colour, what it is, its value. */
    record Row(Color colour, String name, String value) {}

    /** The same in words. */
    static String spoken(String title, List<Row> rows) {
        StringBuilder words = new StringBuilder(title);
        rows.forEach(row -> words.append("; ").append(row.name()).append(' ').append(row.value()));
        return words.toString();
    }

    static void draw(
            GraphicsContext g,
            Palette palette,
            Plot plot,
            int round,
            String title,
            List<Row> rows) {
        double names = width(title, true);
        double values = 0;
        for (Row row : rows) {
            names = Math.max(names, 14 + width(row.name(), false));
            values = Math.max(values, width(row.value(), true));
        }
        double wide = names + values + 36;
        double high = ROW * (rows.size() + 1) + 12;
        double x = plot.x(round) + 12;
        if (x + wide > plot.left() + plot.width()) {
            x = plot.x(round) - 12 - wide;
        }
        x = Math.max(2, x);
        double y = Math.max(2, plot.top() + 4);
        g.setFill(palette.panel());
        g.fillRoundRect(x, y, wide, high, 8, 8);
        g.setStroke(palette.edge());
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, wide - 1, high - 1, 8, 8);
        g.setTextBaseline(VPos.CENTER);
        write(g, title, x + 10, y + 6 + ROW / 2, palette.text(), true, TextAlignment.LEFT);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = y + 6 + ROW * (i + 1.5);
            g.setFill(row.colour());
            g.fillRoundRect(x + 10, middle - 4, 8, 8, 3, 3);
            write(g, row.name(), x + 24, middle, palette.muted(), false, TextAlignment.LEFT);
            double end = x + wide - 10;
            write(g, row.value(), end, middle, palette.text(), true, TextAlignment.RIGHT);
        }
    }

    private static void write(
            GraphicsContext g,
            String text,
            double x,
            double y,
            Color colour,
            boolean strong,
            TextAlignment alignment) {
        g.setFont(strong ? Fonts.strong(11.5) : Fonts.regular(11.5));
        g.setTextAlign(alignment);
        g.setFill(colour);
        g.fillText(text, x, y);
    }

    static double width(String words, boolean strong) {
        Text text = new Text(words);
        text.setFont(strong ? Fonts.strong(11.5) : Fonts.regular(11.5));
        return text.getLayoutBounds().getWidth();
    }
}
