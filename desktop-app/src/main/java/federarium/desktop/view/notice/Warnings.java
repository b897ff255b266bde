package federarium.desktop.view.notice;

import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Icons;
import federarium.event.FederationEvent.WarningGiven;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * What a person should know of the run before trusting it: a strip above the picture, and a button
 * that brings it back once it was put away.
 */
public final class Warnings extends HBox {
    private final Label sentences = new Label();
    private final ToggleButton reminder = new ToggleButton();
    private List<WarningGiven> shown = List.of();

    public Warnings() {
        setId("warnings");
        getStyleClass().addAll("offer", "warnings");
        sentences.setId("warnings-sentences");
        sentences.setWrapText(true);
        sentences.setMinHeight(Region.USE_PREF_SIZE);
        sentences.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        Button away = new Button("Got it");
        away.setId("warnings-away");
        away.getStyleClass().add("small");
        away.setMinWidth(USE_PREF_SIZE);
        away.setOnAction(_ -> reminder.setSelected(false));
        getChildren().addAll(Icons.WARNING.node(), sentences, away);
        reminder.setId("warnings-reminder");
        reminder.setGraphic(Icons.WARNING.node());
        reminder.getStyleClass().addAll("small", "flat");
        reminder.setTooltip(new Tooltip("What to know before trusting this run"));
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(reminder.selectedProperty());
        reminder.setVisible(false);
    }

    /** Opens and closes the strip; there where there is something to read. */
    public Node reminder() {
        return reminder;
    }

    /** Opens the strip where there is something new to read. */
    public void show(Frame frame) {
        List<WarningGiven> given = frame.state().warnings();
        if (!given.equals(shown)) {
            shown = given;
            sentences.setText(
                    given.stream().map(WarningGiven::sentence).collect(Collectors.joining("\n")));
            reminder.setText(Figures.many(given.size(), "warning"));
            reminder.setVisible(!given.isEmpty());
            reminder.setSelected(!given.isEmpty());
        }
    }
}
