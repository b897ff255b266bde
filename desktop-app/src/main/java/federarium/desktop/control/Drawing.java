package federarium.desktop.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A canvas that fills its region and is drawn anew when the size changes or somebody asks. */
public final class Drawing extends Region {
    private final Canvas canvas = new Canvas();
    private final Painter painter;

    /** Draws everything, on a canvas already cleared. */
    public interface Painter {
        void paint(GraphicsContext g, double width, double height);
    }

    public Drawing(Painter painter) {
        this.painter = painter;
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    public void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            painter.paint(g, canvas.getWidth(), canvas.getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            redraw();
        }
    }
}
