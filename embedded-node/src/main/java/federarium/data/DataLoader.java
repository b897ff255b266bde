package federarium.data;

import federarium.data.partition.Dealer;
import federarium.data.partition.Deck;
import federarium.data.partition.PartitionRule;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets data ready for a run: read, divided into train and test, gaps filled, dealt to nodes,
 * skewed, standardised, in this order. What is drawn depends on the seed alone.
 */
public final class DataLoader {
    private final Scenario.DataSpec spec;
    private final RandomStreams streams;

    private DataLoader(Scenario.DataSpec spec, RandomStreams streams) {
        this.spec = spec;
        this.streams = streams;
    }

    /**
     * Loads what a scenario asks for.
     *
     * @param clients the number of nodes, or null for as many as the data name
     * @throws BadInputException if the data cannot be read, or not dealt so
     */
    public static FederatedData load(
            Scenario.DataSpec spec, @Nullable Integer clients, RandomStreams streams) {
        return new DataLoader(spec, streams).load(Source.read(spec), clients);
    }

    /**
     * Where a scenario's data come from, without reading them.
     *
     * @throws BadInputException if there is no such source
     */
    public static Provenance provenance(Scenario.DataSpec spec) {
        return Source.provenance(spec);
    }

    private FederatedData load(Source source, @Nullable Integer clients) {
        RawRows rows = source.rows();
        boolean natural = spec.partition() instanceof Scenario.Partition.Natural;
        if (natural && !rows.namesClients()) {
            throw BadInputException.of(
                    "data.partition.kind",
                    "natural needs data that say whose row it is; allowed: the"
                            + " sources %s, or client: a column of the file"
                                    .formatted(BuiltInSource.namesOfThoseWithClients()));
        }
        TrainTest parts = TrainTest.of(rows, spec.testFraction(), natural, streams);
        Gaps.fillWithMeans(rows, parts.train);
        int named = natural ? rows.ownerNames.size() : Scenario.DEFAULT_CLIENTS;
        List<NodeRows> nodes = deal(rows, parts, clients == null ? named : clients);
        if (spec.partition() instanceof Scenario.Partition.Feature skew) {
            FeatureSkew.of(skew, source, parts.train, streams).apply(nodes);
        }
        standardize(rows, parts, nodes, source.image() != null);
        Dataset dataset =
                new Dataset(
                        rows.features,
                        rows.labels,
                        rows.featureNames,
                        rows.classNames,
                        source.image());
        return new FederatedData(dataset, nodes, source.provenance());
    }

    private List<NodeRows> deal(RawRows rows, TrainTest parts, int count) {
        Deck deck =
                new Deck(
                        parts.train,
                        rows.labels,
                        rows.classNames.size(),
                        rows.owners,
                        rows.ownerNames);
        Dealer dealer = PartitionRule.of(spec.partition()).draw(deck, count, streams);
        int[][] train = dealer.deal(parts.train, streams.stream("deal.train"));
        int[][] test = dealer.deal(parts.test, streams.stream("deal.test"));
        boolean natural = spec.partition() instanceof Scenario.Partition.Natural;
        List<NodeRows> nodes = new ArrayList<>();
        for (int node = 0; node < count; node++) {
            String id = NodeRows.id(node);
            String name = natural ? rows.ownerNames.get(node) : id;
            if (train[node].length == 0) {
                throw BadInputException.of(
                        "data.partition.kind",
                        "%s would get none of the %d training rows; allowed: fewer"
                                        .formatted(name, parts.train.length)
                                + " clients, or another rule");
            }
            Arrays.sort(train[node]);
            Arrays.sort(test[node]);
            nodes.add(new NodeRows(id, name, train[node], test[node]));
        }
        return nodes;
    }

    private void standardize(
            RawRows rows, TrainTest parts, List<NodeRows> nodes, boolean pictures) {
        switch (spec.standardize()) {
            case "none" -> {}
            case "global" ->
                    Standardization.apply(
                            rows.features, rows.width(), pictures, parts.train, parts.test);
            case "perClient" ->
                    nodes.forEach(node ->
                            Standardization.apply(
                                    rows.features,
                                    rows.width(),
                                    pictures,
                                    node.train(),
                                    node.test()));
            default ->
                    throw new IllegalStateException("no way to standardize " + spec.standardize());
        }
    }
}
