package federarium.desktop.control;

import federarium.desktop.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A panel beside the picture: a head with a title, and what scrolls below it. Closed at first. */
public abstract class SidePanel extends VBox {
    protected final Label title = new Label();
    protected final Label remark = new Label();
    private Runnable onOpen = () -> {};

    /**
     * @param id of the panel, from which its parts have theirs
     * @param closing what the button that closes it says to whoever can't see it
     */
    protected SidePanel(String id, double width, String closing) {
        setId(id);
        getStyleClass().add("side-panel");
        wide(width);
        title.setId(id + "-title");
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        remark.setId(id + "-remark");
        remark.getStyleClass().add("chart-remark");
        Button close = new Button(null, Icons.CLOSE.node());
        close.setId(id + "-close");
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip("Close (esc)"));
        close.setAccessibleText(closing);
        close.setOnAction(_ -> dismiss());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, remark, gap, close);
        head.getStyleClass().add("side-head");
        getChildren().add(head);
        visible(false);
    }

    /** What stands below the head. */
    protected final void fill(Region... parts) {
        VBox content = new VBox(parts);
        content.getStyleClass().add("side-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /** As many pixels wide. */
    public final void wide(double width) {
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    /** Told when the panel opens. */
    public final void onOpen(Runnable listener) {
        onOpen = listener;
    }

    /** Opens the panel, or closes it; where there is nothing to open it stays closed. */
    public final void toggle() {
        boolean open = !isVisible() && openable();
        if (open) {
            onOpen.run();
        }
        visible(open);
        refresh();
    }

    /** Closes the panel; whether it was open. */
    public final boolean dismiss() {
        boolean was = isVisible();
        visible(false);
        return was;
    }

    private void visible(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    protected boolean openable() {
        return true;
    }

    /** Shows the newest; asked only of a panel that is open, or was just closed. */
    protected abstract void refresh();

    /** A label that is as high as its words need. */
    protected static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
