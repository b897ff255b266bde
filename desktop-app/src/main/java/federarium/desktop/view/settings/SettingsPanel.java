package federarium.desktop.view.settings;

import federarium.desktop.text.Refusal;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;

/** Every setting of the scenario over the picture, found by a word, changed in its place. */
public final class SettingsPanel extends VBox {
    private final PropertySheet sheet = new PropertySheet();
    private final TextField search = new TextField();
    private final Label none = new Label("No setting has that in its name or meaning.");
    private final Map<String, Field> fields = new HashMap<>();
    private final Asks asks;
    private List<Row> rows = List.of();
    private @Nullable Scenario scenario;
    private @Nullable String asked;

    /** What the panel asks for. */
    public interface Asks {
        /**
         * A setting that acts from the next round on.
         *
         * @throws BadInputException if it can't
         */
        void change(String key, String value);

        /**
         * A new run with these settings.
         *
         * @param before what the old run's curve is to be called
         * @throws BadInputException if it can't
         */
        void restart(Map<String, String> changes, String before);
    }

    public SettingsPanel(Asks asks) {
        this.asks = asks;
        setId("settings");
        getStyleClass().add("settings");
        Label title = new Label("All settings");
        title.getStyleClass().add("notice-title");
        title.setMinWidth(USE_PREF_SIZE);
        search.setId("settings-search");
        search.setPromptText("Find a setting");
        search.setAccessibleText("Find a setting");
        search.textProperty().addListener((_, _, _) -> fill());
        HBox.setHgrow(search, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setId("settings-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> dismiss());
        HBox head = new HBox(title, search, close);
        head.getStyleClass().add("settings-head");
        sheet.setMode(PropertySheet.Mode.NAME);
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setPropertyEditorFactory(item -> field((Row) item));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        none.getStyleClass().add("caption");
        getChildren().addAll(head, none, sheet);
        setVisible(false);
    }

    /** Opens the panel, ready to search. */
    public void open() {
        setVisible(true);
        search.clear();
        refresh();
        search.requestFocus();
    }

    /** Closes the panel; whether it was open. */
    public boolean dismiss() {
        boolean was = isVisible();
        setVisible(false);
        return was;
    }

    /** Shows the settings as they are now. */
    public void show(Scenario next) {
        scenario = next;
        if (isVisible()) {
            refresh();
        }
    }

    /** Takes a refusal to its field, if the panel asked for it. */
    public boolean refused(String sentence) {
        Field field = asked == null || !isVisible() ? null : fields.get(asked);
        asked = null;
        if (field != null) {
            field.refuse(sentence);
        }
        return field != null;
    }

    private void refresh() {
        Scenario now = scenario;
        if (now == null) {
            return;
        }
        List<Row> next = Row.of(now);
        if (keys(next).equals(keys(rows))) {
            rows.forEach(row -> row.show(now));
            fields.values().forEach(Field::refresh);
        } else {
            rows = next;
            fill();
        }
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream().map(row -> row.setting().key()).toList();
    }

    private void fill() {
        List<Row> found = new ArrayList<>(rows);
        found.removeIf(row -> !row.matches(search.getText()));
        fields.clear();
        sheet.getItems().setAll(found);
        none.setVisible(found.isEmpty());
        none.setManaged(found.isEmpty());
    }

    private Field field(Row row) {
        Field field = new Field(row, this::wish);
        fields.put(row.setting().key(), field);
        return field;
    }

    private void wish(Row row, String value) {
        String key = row.setting().key();
        Field field = fields.get(key);
        asked = key;
        try {
            if (row.setting().live()) {
                asks.change(key, value);
            } else {
                asks.restart(Map.of(key, value), row.getName() + " " + row.value());
            }
            if (field != null) {
                field.refuse(null);
            }
        } catch (BadInputException e) {
            if (field != null) {
                field.refuse(Refusal.words(e));
            }
        }
    }
}
