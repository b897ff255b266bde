package federarium.desktop.view.lab;

import federarium.desktop.text.Deeds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a hostile node does, and by which rule the coordinator combines. */
final class Tampering extends VBox {
    private final ComboBox<String> rule = new ComboBox<>();
    private final ComboBox<Deeds> deed = new ComboBox<>();
    private final TextField strength = new TextField("5");
    private final CheckBox disguised = new CheckBox("disguised as noise");
    private final VBox poison;
    private boolean riding;

    Tampering() {
        getStyleClass().add("lab-group");
        rule.setId("lab-rule");
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.getItems()
                .setAll(
                        Choices.AS_IS,
                        "fedAvg",
                        "normBound",
                        "multiKrum",
                        "median",
                        "trimmedMean",
                        "geometricMedian");
        rule.setValue(Choices.AS_IS);
        deed.setId("lab-deed");
        deed.getItems()
                .setAll(
                        Stream.of(Deeds.values())
                                .filter(each -> each != Deeds.FREE_RIDER)
                                .toList());
        deed.setValue(Deeds.SIGN_FLIP);
        deed.setMaxWidth(Double.MAX_VALUE);
        deed.setConverter(new Named<>(Deeds::kind));
        strength.setId("lab-strength");
        disguised.setId("lab-disguised");
        poison =
                new VBox(
                        10,
                        Choices.labelled("What it does", deed),
                        Choices.labelled("Strength", strength));
        getChildren()
                .addAll(Choices.labelled("The coordinator combines by", rule), poison, disguised);
    }

    /** Whether the node does nothing, instead of something. */
    void riding(boolean free) {
        riding = free;
        there(poison, !free);
        there(disguised, free);
    }

    /** The attack's settings, and the rule where it is not the run's. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!rule.getValue().equals(Choices.AS_IS)) {
            settings.put("aggregation.rule", rule.getValue());
        }
        if (riding) {
            settings.put("attack.kind", Deeds.FREE_RIDER.kind());
            settings.put("attack.disguised", String.valueOf(disguised.isSelected()));
        } else {
            settings.put("attack.kind", deed.getValue().kind());
            settings.put("attack.strength", strength.getText().strip());
        }
        return settings;
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
