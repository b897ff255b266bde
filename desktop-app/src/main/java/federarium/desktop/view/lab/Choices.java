package federarium.desktop.view.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whose update, and what protects it. */
final class Choices extends VBox {
    static final String AS_IS = "as in the run";
    private static final String NONE = "none";

    private final ComboBox<String> node = box("lab-node", "Node");
    private final ComboBox<Integer> round = box("lab-round", "Round");
    private final ComboBox<String> batch = box("lab-batch", "Rows in the update");
    private final ComboBox<String> noise = box("lab-noise", "Noise");
    private final TextField multiplier = field("lab-multiplier", "Noise multiplier σ");
    private final TextField clip = field("lab-clip", "Clip norm C");
    private final ComboBox<String> hidden = box("lab-hidden", "Who sees it");
    private final VBox strength =
            new VBox(labelled("Noise multiplier σ", multiplier), labelled("Clip norm C", clip));
    private final VBox shields;

    Choices() {
        setId("lab-choices");
        getStyleClass().add("lab-choices");
        batch.getItems().setAll(AS_IS, "1", "2", "4", "8");
        noise.getItems().setAll(AS_IS, NONE, "local", "dpSgd", "central");
        hidden.getItems().setAll(AS_IS, "single updates", "secure aggregation");
        batch.setValue("1");
        noise.setValue(AS_IS);
        hidden.setValue(AS_IS);
        multiplier.setText("1.3");
        clip.setText("1");
        strength.getStyleClass().add("lab-group");
        noise.valueProperty().addListener((_, _, chosen) -> strength(chosen));
        strength(AS_IS);
        shields =
                new VBox(
                        labelled("Rows behind the update", batch),
                        labelled("Noise", noise),
                        strength,
                        labelled("The coordinator sees", hidden));
        shields.getStyleClass().add("lab-group");
        getChildren().addAll(labelled("Node", node), labelled("Round", round), shields);
    }

    private void strength(String chosen) {
        boolean own = !chosen.equals(AS_IS) && !chosen.equals(NONE);
        strength.setVisible(own);
        strength.setManaged(own);
        if (chosen.equals("dpSgd")) {
            multiplier.setText("0.65");
        } else if (own) {
            multiplier.setText("1.3");
        }
    }

    /**
     * Whether what protects a single update is asked for here.
     *
     * @param rows behind it at first, as few as can be or as many as there were
     */
    void shields(boolean asked, boolean single) {
        batch.setValue(single ? "1" : AS_IS);
        shields.setVisible(asked);
        shields.setManaged(asked);
    }

    /** Offers these; what was chosen stays as long as it is there. */
    void offer(List<String> nodes, int rounds) {
        if (!nodes.equals(node.getItems())) {
            String before = node.getValue();
            node.getItems().setAll(nodes);
            node.setValue(
                    before != null && nodes.contains(before)
                            ? before
                            : nodes.isEmpty() ? null : nodes.getFirst());
        }
        if (rounds != round.getItems().size()) {
            Integer before = round.getValue();
            round.getItems().setAll(IntStream.rangeClosed(1, rounds).boxed().toList());
            round.setValue(
                    rounds == 0
                            ? null
                            : before == null ? Integer.valueOf(1) : Math.min(before, rounds));
        }
    }

    void node(String id) {
        if (node.getItems().contains(id)) {
            node.setValue(id);
        }
    }

    boolean isReady() {
        return node.getValue() != null && round.getValue() != null;
    }

    /** What was chosen. */
    Order order() {
        Map<String, String> changes = new LinkedHashMap<>();
        if (!batch.getValue().equals(AS_IS)) {
            changes.put("training.batchSize", batch.getValue());
            changes.put("training.localSteps", "1");
        }
        if (!noise.getValue().equals(AS_IS)) {
            changes.put("privacy.mechanism", noise.getValue());
            if (strength.isVisible()) {
                changes.put("privacy.noiseMultiplier", multiplier.getText().strip());
                changes.put("privacy.clipNorm", clip.getText().strip());
            }
        }
        if (!hidden.getValue().equals(AS_IS)) {
            changes.put(
                    "secureAggregation",
                    String.valueOf(hidden.getValue().equals("secure aggregation")));
        }
        return new Order(round.getValue(), node.getValue(), changes);
    }

    private static <T> ComboBox<T> box(String id, String name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    static VBox labelled(String words, Region control) {
        Label label = new Label(words);
        label.getStyleClass().add("knob-title");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    /** Ids of all nodes, for whoever needs them. */
    List<String> nodes() {
        return new ArrayList<>(node.getItems());
    }
}
