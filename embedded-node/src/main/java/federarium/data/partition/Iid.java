package federarium.data.partition;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;

/** Independent and identically distributed: every node a random sample, sizes equal within one. */
record Iid() implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        training.requireARowForEach(nodes);
        return (rows, shuffle) -> Cut.evenly(shuffled(rows, shuffle), nodes);
    }

    static int[] shuffled(int[] rows, RandomStream shuffle) {
        int[] order = rows.clone();
        shuffle.shuffle(order);
        return order;
    }
}
