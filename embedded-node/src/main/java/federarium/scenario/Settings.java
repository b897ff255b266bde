package federarium.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every key a scenario can have, in the order of the file. */
public final class Settings {
    private static final Map<String, Setting> BY_KEY = new LinkedHashMap<>();

    static {
        describing();
        DataSettings.all().forEach(Settings::add);
        ModelSettings.all().forEach(Settings::add);
        federation();
        TrainingSettings.all().forEach(Settings::add);
        PersonalSettings.all().forEach(Settings::add);
        TopologySettings.all().forEach(Settings::add);
        add(ModeSettings.mode());
        AggregationSettings.all().forEach(Settings::add);
        ModeSettings.all().forEach(Settings::add);
        DeviceSettings.all().forEach(Settings::add);
        protection();
        run();
    }

    private Settings() {}

    /** All keys, in the order in which a file is best written. */
    public static List<Setting> all() {
        return List.copyOf(BY_KEY.values());
    }

    /** The setting of that name, or null; {@code data.} may be left out. */
    public static @Nullable Setting find(String key) {
        Setting setting = BY_KEY.get(key);
        return setting != null ? setting : BY_KEY.get("data." + key);
    }

    /**
     * The setting of that name.
     *
     * @throws IllegalArgumentException if there is none: a mistake in the program, not the user's
     */
    static Setting require(String key) {
        Setting setting = BY_KEY.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("no setting is called " + key);
        }
        return setting;
    }

    /** Whether there are keys below this one, as fraction is below cohort. */
    static boolean isGroup(String key) {
        return BY_KEY.keySet().stream()
                .anyMatch(k -> k.startsWith(key + ".") || k.startsWith("data." + key + "."));
    }

    /** The keys in the same group as this one, for the message about an unknown key. */
    static String neighbours(String key) {
        String group = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
        String siblings =
                BY_KEY.keySet().stream()
                        .filter(k -> group.isEmpty() || k.startsWith(group))
                        .map(k -> group.isEmpty() ? k.replaceFirst("\\..*", "") : k)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return siblings.isEmpty() ? neighbours("") : siblings;
    }

    private static void describing() {
        add(text("name", null, "The scenario's short name, as typed on the command line."));
        add(text("title", null, "Its title for people."));
        add(text("story", null, "One paragraph on what is learned, by whom and why."));
    }

    private static void federation() {
        add(whole("clients", null, 1, 100_000, "Number of nodes: 8, or as many as the data name."));
        add(
                setting(
                                "cohort.fraction",
                                new Kind.Real(0, false, 1),
                                "1",
                                "Share of the nodes that take part in a round.")
                        .whileRunning());
        add(
                choice(
                        "cohort.sampling",
                        "fixed",
                        "fixed: always as many; poisson: each node by its own coin.",
                        "fixed",
                        "poisson"));
    }

    private static void protection() {
        CompressionSettings.all().forEach(Settings::add);
        PrivacySettings.all().forEach(Settings::add);
        ConcealmentSettings.all().forEach(Settings::add);
        AttackSettings.all().forEach(Settings::add);
        IncentiveSettings.all().forEach(Settings::add);
    }

    private static void run() {
        add(
                choice(
                        "headline",
                        "accuracy",
                        "The measure that the scenario is judged by.",
                        "accuracy",
                        "averagePrecision"));
        add(
                choice(
                        "yardsticks",
                        "auto",
                        "Nodes alone and data pooled; auto leaves them out above 100 nodes.",
                        "auto",
                        "always",
                        "never"));
        add(whole("rounds", "50", 1, 1_000_000, "How many rounds to run.").whileRunning());
        add(
                whole(
                        "seed",
                        "1",
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        "All that is drawn follows from it."));
    }

    static Setting setting(String key, Kind kind, @Nullable String value, String meaning) {
        Value fallback = value == null ? null : Value.scalar(value);
        return new Setting(key, kind, fallback, meaning, false, null);
    }

    static Setting text(String key, @Nullable String fallback, String meaning) {
        return setting(key, new Kind.Text(), fallback, meaning);
    }

    static Setting texts(String key, String meaning) {
        return new Setting(key, new Kind.Texts(), Value.list(List.of()), meaning, false, null);
    }

    static Setting choice(String key, String fallback, String meaning, String... words) {
        return setting(key, new Kind.Choice(Arrays.asList(words)), fallback, meaning);
    }

    static Setting whole(
            String key, @Nullable String fallback, long min, long max, String meaning) {
        return setting(key, new Kind.Whole(min, max), fallback, meaning);
    }

    static Setting real(String key, @Nullable String fallback, String meaning) {
        return setting(
                key, new Kind.Real(-Double.MAX_VALUE, true, Double.MAX_VALUE), fallback, meaning);
    }

    private static void add(Setting setting) {
        BY_KEY.put(setting.key(), setting);
    }
}
