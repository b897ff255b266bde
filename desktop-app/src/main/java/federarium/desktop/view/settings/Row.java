package federarium.desktop.view.settings;

import federarium.scenario.Kind;
import federarium.scenario.Scenario;
import federarium.scenario.Setting;
import federarium.scenario.Settings;
import federarium.scenario.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;

/** A setting with its value, as a line of the sheet. */
final class Row implements PropertySheet.Item {
    /** Keys that say how a CSV file is to be read. */
    private static final Pattern OF_FILES =
            Pattern.compile(
                    "data\\.(file|label|client|split.*|features|categorical|ignore|missing)");

    private final Setting setting;
    private String value = "";

    Row(Setting setting, Scenario scenario) {
        this.setting = setting;
        show(scenario);
    }

    /** A row for every key that means something in this scenario, but those that only describe. */
    static List<Row> of(Scenario scenario) {
        List<Row> rows = new ArrayList<>();
        for (Setting setting : Settings.all()) {
            boolean describing =
                    !setting.key().contains(".") && setting.kind() instanceof Kind.Text;
            if (!describing && applies(setting, scenario)) {
                rows.add(new Row(setting, scenario));
            }
        }
        return rows;
    }

    private static boolean applies(Setting setting, Scenario scenario) {
        if (scenario.data().file() == null && OF_FILES.matcher(setting.key()).matches()) {
            return false;
        }
        Setting.Only only = setting.only();
        return only == null || only.values().contains(scenario.value(only.key()));
    }

    void show(Scenario scenario) {
        Value shown = scenario.document().value(setting.key());
        value = shown == null ? "" : shown.toString();
    }

    Setting setting() {
        return setting;
    }

    String value() {
        return value;
    }

    /** Whether there is anything to choose. */
    boolean isFixed() {
        return switch (setting.kind()) {
            case Kind.Choice(List<String> words) -> words.size() == 1;
            case Kind.Flag(List<String> words) -> words.size() == 1;
            case Kind.Real(double min, boolean _, double max) -> min == max;
            default -> false;
        };
    }

    /** Whether all these words occur in its name, its key or its meaning. */
    boolean matches(String words) {
        String all =
                (getName() + " " + setting.key() + " " + setting.meaning() + " " + value)
                        .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** {@code training.learningRate} is "Training, learning rate". */
    @Override
    public String getName() {
        String words =
                setting.key()
                        .replaceFirst("^data\\.(?=.+\\.)", "")
                        .replaceAll("([A-Z])", " $1")
                        .replace(".", ", ")
                        .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What it means, and when a change of it acts. */
    String meaning() {
        String when = setting.live() ? " From the next round on." : "";
        return setting.meaning() + (isFixed() ? " One value so far." : when);
    }

    @Override
    public String getDescription() {
        return "%s%n%s: %s".formatted(meaning(), setting.key(), setting.kind().allowed());
    }

    @Override
    public Class<?> getType() {
        return String.class;
    }

    @Override
    public String getCategory() {
        return setting.key().replaceFirst("\\..*", "");
    }

    @Override
    public Object getValue() {
        return value;
    }

    /** The sheet may not change a value by itself: the scenario does, once it has taken it. */
    @Override
    public void setValue(Object next) {
        // see Field
    }

    @Override
    public Optional<ObservableValue<? extends Object>> getObservableValue() {
        return Optional.empty();
    }
}
