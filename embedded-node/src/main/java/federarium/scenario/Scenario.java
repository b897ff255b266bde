package federarium.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do, complete and checked: every key has its value, every value is possible.
 *
 * @param clients number of nodes, or null for as many as the data name
 * @param headline {@code accuracy} or {@code averagePrecision}
 * @param yardsticks {@code auto}, {@code always} or {@code never}
 * @param document the keys this was read from
 */
public record Scenario(
        String name,
        String title,
        String story,
        DataSpec data,
        ModelSpec model,
        String compute,
        @Nullable Integer clients,
        Cohort cohort,
        Training training,
        PersonalSpec personal,
        Mode mode,
        Topology topology,
        Aggregation aggregation,
        CompressionSpec compression,
        Concealment concealment,
        Privacy privacy,
        Devices devices,
        Hindrances hindrances,
        Attack attack,
        Incentive incentive,
        String headline,
        String yardsticks,
        int rounds,
        long seed,
        ScenarioDocument document) {

    /** The number of nodes where neither the scenario nor the data say another. */
    public static final int DEFAULT_CLIENTS = 8;

    /**
     * Where the rows come from and how they are dealt. Exactly one of source and file is given.
     *
     * @param file an absolute path
     * @param split how the rows' own columns divide train from test, or null to draw test rows
     * @param features the columns to learn from, or empty for all that are left
     * @param missing {@code drop} or {@code mean}
     * @param standardize {@code none}, {@code global} or {@code perClient}
     * @param testFraction share of rows held out where the source has no test rows of its own
     */
    public record DataSpec(
            @Nullable String source,
            @Nullable String file,
            @Nullable String label,
            @Nullable String client,
            @Nullable Split split,
            List<String> features,
            List<String> categorical,
            List<String> ignore,
            String missing,
            String standardize,
            double testFraction,
            Partition partition) {}

    /**
     * A column that divides train from test.
     *
     * @param testFrom rows at or above it are test rows; null where the column holds the words
     *     train and test
     */
    public record Split(String column, @Nullable Double testFrom) {}

    /** How rows are dealt to the nodes. */
    public sealed interface Partition {
        /** Every node a random sample of the same size. */
        record Iid() implements Partition {}

        /** Random samples whose sizes grow linearly: node k of N holds a share k ÷ (1 + … + N). */
        record Size() implements Partition {}

        /** Each label dealt in proportions drawn from Dirichlet(alpha). */
        record Dirichlet(double alpha) implements Partition {}

        /** Every node holds only so many labels. */
        record Pathological(int classes) implements Partition {}

        /** Rows sorted by label and cut into shards; every node gets a few of them. */
        record Shard(int shardsPerClient) implements Partition {}

        /** The data say whose row it is. */
        record Natural() implements Partition {}

        /**
         * Random samples of the same size, altered more from node to node: of N, the first by
         * nothing, node k by k ÷ (N − 1) of this, the last by all of it.
         *
         * @param noise deviation of what is added at random: of pictures in units of their range
         *     from 0 to 1, else in deviations of the column
         * @param rotation degrees by which pictures are turned, counter-clockwise
         * @param brightness what is added to every pixel
         */
        record Feature(double noise, double rotation, double brightness) implements Partition {}
    }

    /** What is trained. */
    public sealed interface ModelSpec {
        /**
         * Fully connected layers; logistic regression where there are no hidden ones.
         *
         * @param widths shares of each hidden layer's units that the clients train, dealt to them
         *     in turn
         */
        record Dense(List<Integer> hidden, String activation, List<Double> widths)
                implements ModelSpec {
            /** Everybody trains the whole model. */
            public Dense(List<Integer> hidden, String activation) {
                this(hidden, activation, List.of(1.0));
            }

            /** Whether everybody trains the whole model. */
            public boolean isWhole() {
                return widths.stream().allMatch(width -> width == 1);
            }
        }

        /** Convolutions, each with 2×2 max pooling, then dense layers. */
        record Conv(List<Integer> filters, int kernel, List<Integer> hidden, String activation)
                implements ModelSpec {}

        /** A network that Deeplearning4j saved; file is an absolute path. */
        record Dl4j(String file) implements ModelSpec {}

        /** Layers with parameters; those of a saved network are not known here: 0. */
        default int layers() {
            return switch (this) {
                case Dense dense -> dense.hidden().size() + 1;
                case Conv conv -> conv.filters().size() + conv.hidden().size() + 1;
                case Dl4j _ -> 0;
            };
        }

        /** The kind as it is written in a scenario. */
        default String kind() {
            return switch (this) {
                case Dense dense -> dense.hidden().isEmpty() ? "logistic" : "dense";
                case Conv conv -> "conv";
                case Dl4j dl4j -> "dl4j";
            };
        }
    }

    /**
     * Who takes part in a round.
     *
     * @param fraction C, the share of the nodes
     * @param poisson each node by its own coin with probability C, instead of exactly ⌈C·N⌉ nodes
     */
    public record Cohort(double fraction, boolean poisson) {

        /** max(1, ⌈C·N⌉) of N clients, the number in a round; poisson: about that. */
        public int size(int clients) {
            // 0.1 · 30 is 3.0000000000000004 in doubles, and must not become 4 clients.
            return (int) Math.max(1, StrictMath.ceil(clients * fraction - 1e-9));
        }
    }

    /**
     * How many updates the rule combines in a round where everybody is available that is not
     * dropped: the cohort's, or those of the edges that still have a node.
     */
    public int combined(int clients) {
        IntStream left =
                IntStream.range(0, clients).filter(node -> !hindrances.dropped().contains(node));
        return topology instanceof Topology.Hierarchical hierarchy
                ? (int) left.map(node -> hierarchy.edgeOf(node, clients)).distinct().count()
                : (int) Math.min(cohort.size(clients), left.count());
    }

    /** How updates are combined; serverLearningRate is η, which multiplies what comes of it. */
    public record Aggregation(Rule rule, double serverLearningRate) {}

    /**
     * Refuses what cannot work with so many nodes, once they are known.
     *
     * @throws BadInputException naming the place and key, with what would work
     */
    public void requireClients(int number) {
        placing(() -> {
            ModelReader.check(this);
            TopologyReader.check(this, number);
            RuleReader.check(this, number);
            TrainingReader.check(this);
            PersonalSettings.check(this);
            DeviceReader.check(this, number);
            ModeReader.check(this);
            PrivacyReader.check(this, number);
            new ConcealmentCheck(this, number).run();
            AttackReader.check(this, number);
            IncentiveSettings.check(this, number);
            return number;
        });
    }

    /**
     * Refuses an attack that the data have no classes for, once they are known.
     *
     * @throws BadInputException naming the place and key, with what would work
     */
    public void requireClasses(int number) {
        placing(() -> {
            AttackReader.checkClasses(attack, number);
            return number;
        });
    }

    /** The same as far as the coordinator is told: without what hostile nodes do. */
    public Scenario unarmed() {
        return attack.isNone() ? this : with(AttackSettings.KIND, "none");
    }

    /**
     * The text of a key's value, as written or by default.
     *
     * @throws IllegalArgumentException if there is no such key, or it has neither
     */
    public String value(String key) {
        Value value = document.value(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " has no value");
        }
        return value.toString();
    }

    /**
     * This scenario with one key changed, as {@code --set} does it; a path is relative to the
     * working directory.
     *
     * @throws BadInputException if there is no such key, it does not take the value, or the whole
     *     no longer fits together
     */
    public Scenario with(String key, String value) {
        return with("--set", key, value);
    }

    /**
     * This scenario with several keys changed, kinds before the keys that belong to them, whatever
     * the order; only the outcome must fit together.
     */
    public Scenario with(Map<String, String> changes) {
        return with(kindsFirst(changes));
    }

    /** Changes in an order in which no kind drops a key that is given with it. */
    public static List<Map.Entry<String, String>> kindsFirst(Map<String, String> changes) {
        List<Map.Entry<String, String>> sorted = new ArrayList<>(changes.entrySet());
        sorted.sort(
                Comparator.<Map.Entry<String, String>, Boolean>comparing(
                                change -> !isKind(change.getKey()))
                        .thenComparing(change -> depth(change.getKey())));
        return sorted;
    }

    /** How many kinds a key hangs on: as many are to be known before it. */
    private static int depth(String key) {
        Setting setting = Settings.find(key);
        return setting == null || setting.only() == null ? 0 : 1 + depth(setting.only().key());
    }

    /** This scenario with several keys changed in order; only the outcome must fit together. */
    public Scenario with(List<Map.Entry<String, String>> changes) {
        ScenarioDocument changed = document;
        for (Map.Entry<String, String> change : changes) {
            changed = changed.with("--set", change.getKey(), change.getValue());
        }
        return read(changed);
    }

    /** Whether other keys belong to some of its values, as alpha belongs to the kind dirichlet. */
    private static boolean isKind(String key) {
        Setting setting = Settings.find(key);
        return setting != null && Settings.all().stream().anyMatch(each -> each.belongsTo(setting));
    }

    /**
     * The same, for a value that was given elsewhere than with {@code --set}.
     *
     * @param place what to call that place in messages
     */
    public Scenario with(String place, String key, String value) {
        return read(document.with(place, key, value));
    }

    /**
     * Does something with this scenario.
     *
     * @throws BadInputException as the work does, and a refusal of one of its keys says where that
     *     was written
     */
    public <T> T placing(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInputException e) {
            throw e.in(document);
        }
    }

    private static Scenario read(ScenarioDocument changed) {
        return ScenarioReader.read(ScenarioReader.resolved(changed, Path.of("").toAbsolutePath()));
    }
}
