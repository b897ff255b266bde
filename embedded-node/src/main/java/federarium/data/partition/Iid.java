package federarium.data.partition;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;

/** Independent and identically distributed: every node a random sample, sizes equal within one. */
record Iid() implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        if (nodes > training.size()) {
            throw new BadInputException(
                    "clients: %d nodes cannot share %d training rows; allowed: at most %d"
                            .formatted(nodes, training.size(), training.size()));
        }
        return (rows, shuffle) -> Cut.evenly(shuffled(rows, shuffle), nodes);
    }

    static int[] shuffled(int[] rows, RandomStream shuffle) {
        int[] order = rows.clone();
        shuffle.shuffle(order);
        return order;
    }
}
