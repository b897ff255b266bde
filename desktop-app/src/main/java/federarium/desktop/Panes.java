package federarium.desktop;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How the parts of the window share its room. */
final class Panes extends BorderPane {
    private final Region inspector;
    private final Region knobs;
    private final Region epsilon;
    private final Region traffic;
    private final HBox charts;

    /**
     * @param over what can lie over everything but the bar
     */
    Panes(Region centre, Region bar, Region inspector, Region knobs, Charts by, Region over) {
        this.inspector = inspector;
        this.knobs = knobs;
        epsilon = by.epsilon();
        traffic = by.totals();
        charts = new HBox(by.accuracy(), epsilon, traffic);
        charts.getStyleClass().add("charts");
        HBox.setHgrow(by.accuracy(), Priority.ALWAYS);
        charts.setMinSize(0, 0);
        BorderPane body = new BorderPane(centre, null, inspector, charts, knobs);
        body.setMinSize(0, 0);
        StackPane below = new StackPane(body, over);
        below.setMinSize(0, 0);
        // The picture comes before the bar, so that no control there begins with the focus.
        setCenter(below);
        setTop(bar);
        setMinSize(0, 0);
    }

    /** Side panels and charts give way in small windows, within reason. */
    void fit(double width, double height) {
        wide(knobs, width < 1200 ? 216 : width < 1600 ? 244 : 272);
        wide(inspector, width < 1200 ? 248 : width < 1600 ? 300 : 340);
        wide(traffic, Math.max(280, width * 0.27));
        wide(epsilon, Math.max(250, width * 0.25));
        double low = Math.max(170, Math.min(280, height * 0.26));
        charts.setMinHeight(low);
        charts.setPrefHeight(low);
    }

    private static void wide(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
    }
}
