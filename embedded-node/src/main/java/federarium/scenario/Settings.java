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
        data();
        model();
        federation();
        training();
        shape();
        AggregationSettings.all().forEach(Settings::add);
        notYetVaried();
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

    private static void data() {
        add(text("data.source", null, "A built-in data set."));
        add(text("data.file", null, "A CSV file with a header, beside the scenario's file."));
        add(text("data.label", null, "The CSV column to predict."));
        add(text("data.client", null, "The CSV column that says whose row it is."));
        add(text("data.split", null, "A CSV column that holds train or test."));
        add(text("data.split.column", null, "A numeric CSV column that divides train from test."));
        add(real("data.split.testFrom", null, "Rows at or above this value are the test rows."));
        add(texts("data.features", "The CSV columns to learn from; all others by default."));
        add(texts("data.categorical", "CSV columns whose values become one indicator each."));
        add(texts("data.ignore", "CSV columns to leave out."));
        add(choice("data.missing", "drop", "What becomes of rows with gaps.", "drop", "mean"));
        add(
                choice(
                        "data.standardize",
                        "global",
                        "Which training rows give mean and deviation.",
                        "none",
                        "global",
                        "perClient"));
        add(
                setting(
                        "data.testFraction",
                        new Kind.Real(0, false, 0.9),
                        "0.2",
                        "Share of rows held out where the source has no test rows of its own."));
        add(
                choice(
                        "data.partition.kind",
                        "iid",
                        "How rows are dealt to the nodes.",
                        "iid",
                        "size",
                        "dirichlet",
                        "pathological",
                        "shard",
                        "natural",
                        "feature"));
        add(
                setting(
                                "data.partition.alpha",
                                new Kind.Real(0, false, 1e6),
                                "0.5",
                                "Dirichlet concentration: small is skewed, large is even.")
                        .withOnly("data.partition.kind", "dirichlet"));
        add(
                whole("data.partition.classes", "2", 1, 10_000, "Labels each node holds.")
                        .withOnly("data.partition.kind", "pathological"));
        add(
                whole("data.partition.shardsPerClient", "2", 1, 10_000, "Label shards a node gets.")
                        .withOnly("data.partition.kind", "shard"));
        featureSkew();
    }

    private static void featureSkew() {
        add(
                setting(
                                "data.partition.noise",
                                new Kind.Real(0, true, 100),
                                "0.5",
                                "Deviation of the noise on the last node's rows.")
                        .withOnly("data.partition.kind", "feature"));
        add(
                setting(
                                "data.partition.rotation",
                                new Kind.Real(-180, true, 180),
                                "0",
                                "Degrees by which the last node's pictures are turned.")
                        .withOnly("data.partition.kind", "feature"));
        add(
                setting(
                                "data.partition.brightness",
                                new Kind.Real(-1, true, 1),
                                "0",
                                "What is added to every pixel of the last node's pictures.")
                        .withOnly("data.partition.kind", "feature"));
    }

    private static void model() {
        add(choice("model.kind", "dense", "What is trained.", "dense", "logistic", "conv", "dl4j"));
        add(
                new Setting(
                                "model.hidden",
                                new Kind.Wholes(new Kind.Whole(1, 100_000)),
                                Value.list(List.of("32")),
                                "Units of each hidden layer.",
                                false,
                                null)
                        .withOnly("model.kind", "dense", "conv"));
        add(
                choice("model.activation", "relu", "What a hidden unit computes.", "relu", "tanh")
                        .withOnly("model.kind", "dense", "conv"));
        add(
                new Setting(
                                "model.filters",
                                new Kind.Wholes(new Kind.Whole(1, 1024)),
                                Value.list(List.of("8", "16")),
                                "Filters of each convolution, each followed by 2×2 pooling.",
                                false,
                                null)
                        .withOnly("model.kind", "conv"));
        add(
                whole("model.kernel", "3", 1, 15, "Width of a convolution's window.")
                        .withOnly("model.kind", "conv"));
        add(
                text("model.file", null, "A network saved by Deeplearning4j's ModelSerializer.")
                        .withOnly("model.kind", "dl4j"));
        add(
                choice(
                        "compute",
                        "auto",
                        "The engine: auto takes the Vector API where it can.",
                        "auto",
                        "vector",
                        "dl4j"));
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

    private static void training() {
        add(choice("training.optimizer", "sgd", "How a node takes a step.", "sgd"));
        add(
                setting(
                                "training.learningRate",
                                new Kind.Real(0, true, 1000),
                                "0.1",
                                "Step size of local training.")
                        .whileRunning());
        add(
                whole(
                                "training.localEpochs",
                                "1",
                                1,
                                10_000,
                                "Passes over its own rows that a node makes in a round.")
                        .lastingWith(AggregationSettings.RULE, AggregationSettings.RULES_WITH_STEPS)
                        .whileRunning());
        add(
                whole("training.batchSize", "10", 1, 100_000, "Rows behind one local step.")
                        .lastingWith(AggregationSettings.RULE, AggregationSettings.RULES_WITH_STEPS)
                        .whileRunning());
        add(real0("training.momentum", "Momentum of local steps."));
        add(real0("training.proximalMu", "FedProx pull towards the global model."));
    }

    private static void shape() {
        add(choice("topology.kind", "star", "Who talks to whom.", "star"));
        add(choice("mode", "synchronous", "When updates are combined.", "synchronous"));
    }

    /** Keys of the format that have a single value so far. */
    private static void notYetVaried() {
        add(choice("devices.profile", "uniform", "What the nodes run on.", "uniform"));
        add(choice("compression.kind", "none", "How updates are made smaller.", "none"));
        add(choice("privacy.mechanism", "none", "Which noise protects the rows.", "none"));
        add(
                setting(
                        "secureAggregation",
                        new Kind.Flag(List.of("false")),
                        "false",
                        "Whether the coordinator sees only sums."));
        add(choice("encryption", "none", "Which encryption updates travel under.", "none"));
        add(choice("attack.kind", "none", "What hostile nodes do.", "none"));
        add(choice("incentive.rule", "none", "How credits are earned.", "none"));
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

    private static Setting text(String key, @Nullable String fallback, String meaning) {
        return setting(key, new Kind.Text(), fallback, meaning);
    }

    private static Setting texts(String key, String meaning) {
        return new Setting(key, new Kind.Texts(), Value.list(List.of()), meaning, false, null);
    }

    static Setting choice(String key, String fallback, String meaning, String... words) {
        return setting(key, new Kind.Choice(Arrays.asList(words)), fallback, meaning);
    }

    static Setting whole(
            String key, @Nullable String fallback, long min, long max, String meaning) {
        return setting(key, new Kind.Whole(min, max), fallback, meaning);
    }

    private static Setting real(String key, @Nullable String fallback, String meaning) {
        return setting(
                key, new Kind.Real(-Double.MAX_VALUE, true, Double.MAX_VALUE), fallback, meaning);
    }

    private static Setting real0(String key, String meaning) {
        return setting(key, new Kind.Real(0, true, 0), "0", meaning);
    }

    private static void add(Setting setting) {
        BY_KEY.put(setting.key(), setting);
    }
}
