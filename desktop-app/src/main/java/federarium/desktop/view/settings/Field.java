package federarium.desktop.view.settings;

import federarium.scenario.Kind;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;

/** Where a setting's value is typed or chosen; a refusal stands below. */
final class Field implements PropertyEditor<String> {
    private static final double WIDE = 170;

    private final Row row;
    private final BiConsumer<Row, String> wish;
    private final Label refusal = new Label();
    private final VBox node = new VBox(2);
    private final Control control;

    /**
     * @param wish told of a value that a person chose
     */
    Field(Row row, BiConsumer<Row, String> wish) {
        this.row = row;
        this.wish = wish;
        String id = "setting-" + row.setting().key().replace('.', '-');
        control =
                switch (row.setting().kind()) {
                    case Kind.Choice(List<String> words) -> choice(words);
                    case Kind.Flag(List<String> words) -> choice(words);
                    default -> text();
                };
        control.setId(id);
        control.setAccessibleText(row.getName());
        control.setAccessibleHelp(row.getDescription());
        control.setDisable(row.isFixed());
        control.setMinWidth(WIDE);
        control.setMaxWidth(WIDE);
        Label meaning = new Label(row.meaning());
        meaning.getStyleClass().add("caption");
        meaning.setWrapText(true);
        HBox line = new HBox(12, control, meaning);
        line.setAlignment(Pos.CENTER_LEFT);
        refusal.setId(id + "-refusal");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(line, refusal);
        refuse(null);
    }

    private Control choice(List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(words);
        box.valueProperty()
                .addListener((_, _, word) -> {
                    if (word != null) {
                        choose(word);
                    }
                });
        return box;
    }

    private Control text() {
        TextField field = new TextField();
        field.setOnAction(_ -> choose(field.getText().strip()));
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        choose(field.getText().strip());
                    }
                });
        return field;
    }

    private void choose(String value) {
        if (!value.equals(row.value())) {
            wish.accept(row, value);
        }
    }

    /** Why the value is not taken; null takes it back. */
    void refuse(@Nullable String sentence) {
        refusal.setText(sentence == null ? "" : sentence);
        refusal.setVisible(sentence != null);
        refusal.setManaged(sentence != null);
    }

    /** Shows the row's value as it is now. */
    void refresh() {
        setValue(row.value());
    }

    @Override
    public Node getEditor() {
        return node;
    }

    @Override
    public String getValue() {
        return row.value();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void setValue(String value) {
        if (control instanceof TextField field) {
            field.setText(value);
        } else {
            ((ComboBox<String>) control).setValue(value);
        }
        refuse(null);
    }
}
