package federarium.data.partition;

import federarium.random.RandomStreams;
import federarium.scenario.Scenario.Partition;

/** A rule by which rows are dealt to nodes. */
public interface PartitionRule {

    /**
     * Makes every choice that the rule leaves to chance (proportions, classes, shards), looking at
     * the training rows alone.
     *
     * @throws federarium.scenario.BadInputException if these rows cannot be dealt to so many nodes
     */
    Dealer draw(Deck training, int nodes, RandomStreams streams);

    /** The rule that a scenario asks for. */
    static PartitionRule of(Partition partition) {
        return switch (partition) {
            case Partition.Iid iid -> new Iid();
            case Partition.Feature feature -> new Iid();
            case Partition.Size size -> new Size();
            case Partition.Dirichlet dirichlet -> new Dirichlet(dirichlet.alpha());
            case Partition.Pathological pathological -> new Pathological(pathological.classes());
            case Partition.Shard shard -> new Shard(shard.shardsPerClient());
            case Partition.Natural natural -> new Natural();
        };
    }
}
