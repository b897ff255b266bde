package federarium.desktop.view.notice;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A panel over the picture: what is the matter, and what can be done about it. */
public final class Notice extends StackPane {
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final HBox ways = new HBox();
    private final VBox panel = new VBox();

    /** A way on: what the button says and does. */
    public record Way(String name, Runnable action) {}

    public Notice() {
        setId("notice");
        getStyleClass().add("notice-veil");
        title.setId("notice-title");
        title.getStyleClass().add("notice-title");
        sentence.setId("notice-sentence");
        sentence.getStyleClass().add("notice-sentence");
        for (Label label : List.of(title, sentence)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        ways.getStyleClass().add("notice-ways");
        panel.getChildren().addAll(title, sentence, ways);
        panel.getStyleClass().add("notice");
        panel.setMaxSize(460, Region.USE_PREF_SIZE);
        getChildren().add(panel);
        hide();
    }

    /**
     * Shows the panel; the first way is the one that return takes. The panel takes the focus, its
     * buttons don't, lest a space that was meant for play choose one.
     */
    public void show(String title, String sentence, List<Way> options) {
        this.title.setText(title);
        this.sentence.setText(sentence);
        ways.getChildren().clear();
        for (Way way : options) {
            Button button = new Button(way.name());
            button.setId("notice-way-" + (ways.getChildren().size() + 1));
            button.setOnAction(_ -> {
                hide();
                way.action().run();
            });
            if (ways.getChildren().isEmpty()) {
                button.setDefaultButton(true);
            }
            ways.getChildren().add(button);
        }
        ways.setManaged(!options.isEmpty());
        panel.setAccessibleText(title + ". " + sentence);
        panel.setFocusTraversable(!options.isEmpty());
        setVisible(true);
        if (!options.isEmpty()) {
            panel.requestFocus();
        }
    }

    /**
     * Puts the panel away without taking a way, if there are ways; else something is on its way.
     */
    public boolean dismiss() {
        boolean dismissed = isVisible() && !ways.getChildren().isEmpty();
        if (dismissed) {
            hide();
        }
        return dismissed;
    }

    public void hide() {
        setVisible(false);
        ways.getChildren().clear();
    }
}
