package federarium.desktop.view.notice;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A strip above the picture: something that could be done, in no one's way. */
public final class Offer extends HBox {
    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final Button accept = new Button();
    private final Button decline = new Button("Not now");

    public Offer() {
        setId("offer");
        getStyleClass().add("offer");
        sentence.setId("offer-sentence");
        sentence.setMinWidth(0);
        detail.setId("offer-detail");
        detail.getStyleClass().add("caption");
        detail.setMinWidth(0);
        accept.setId("offer-accept");
        accept.getStyleClass().addAll("small", "accent");
        decline.setId("offer-decline");
        decline.getStyleClass().add("small");
        for (Button button : new Button[] {accept, decline}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(sentence, detail, gap, accept, decline);
        hide();
    }

    /**
     * Shows the strip; it takes no focus.
     *
     * @param more what may be cut where there is little room
     * @param name what it is called elsewhere, for the tooltip
     */
    public void show(String words, String more, String name, Notice.Way way) {
        sentence.setText(words);
        detail.setText(more);
        sentence.setTooltip(new Tooltip(name));
        detail.setTooltip(new Tooltip(name));
        accept.setText(way.name());
        accept.setAccessibleText(way.name() + ". " + words + ", " + more);
        accept.setOnAction(_ -> {
            hide();
            way.action().run();
        });
        decline.setOnAction(_ -> hide());
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }
}
