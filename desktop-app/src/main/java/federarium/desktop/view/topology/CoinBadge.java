package federarium.desktop.view.topology;

import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.projection.Purse;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * A coin at a node's lower right, with its credits and what the last round gave; none is unpaid.
 */
final class CoinBadge extends Group {
    private static final double HIGH = 16;

    /** In a narrower picture the total alone is shown, so that neighbours are not covered. */
    private static final double ROOMY = 560;

    private final Rectangle plate = new Rectangle(0, -HIGH / 2, HIGH, HIGH);
    private final Circle coin = new Circle(HIGH / 2, 0, 4.5);
    private final Text total = new Text();
    private final Text gain = new Text();
    private boolean brief;
    private double left;
    private double room;
    private String shown = "";
    private Palette palette = Palette.LIGHT;

    CoinBadge() {
        getStyleClass().add("coin-badge");
        setMouseTransparent(true);
        setVisible(false);
        for (Text text : new Text[] {total, gain}) {
            text.setTextOrigin(VPos.CENTER);
        }
        getChildren().addAll(plate, coin, total, gain);
    }

    /**
     * @param edge of the picture, which it is not to cross
     */
    void place(Seat seat, Lettering lettering, Palette palette, double edge) {
        room = edge - seat.x();
        shown = "";
        this.palette = palette;
        brief = lettering != Lettering.FULL || edge < ROOMY;
        plate.setArcWidth(HIGH);
        plate.setArcHeight(HIGH);
        plate.setFill(palette.background());
        plate.setStroke(palette.coin());
        plate.setStrokeWidth(1);
        coin.setFill(palette.coin());
        total.setStyle(Fonts.style(true, brief ? 10 : 11));
        gain.setStyle(Fonts.style(false, 11));
        total.setFill(palette.text());
        double corner = Math.sqrt(0.5) * seat.radius();
        left = corner - HIGH / 2;
        setTranslateY(corner - 1);
    }

    void show(Purse purse) {
        Double credits = purse.total();
        Double last = purse.last();
        setVisible(credits != null);
        if (credits == null || last == null) {
            return;
        }
        String words = Figures.credits(credits) + " " + (brief ? "" : Figures.gain(last));
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        total.setText(Figures.credits(credits));
        gain.setText(brief ? "" : Figures.gain(last));
        gain.setFill(last < 0 ? palette.danger() : palette.pooled());
        total.setX(HIGH);
        double end = HIGH + total.getLayoutBounds().getWidth();
        gain.setX(end + 4);
        plate.setWidth((brief ? end : end + 4 + gain.getLayoutBounds().getWidth()) + 6);
        setTranslateX(Math.min(left, room - plate.getWidth() - 2));
    }
}
