package federarium.data.partition;

import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;

/** The nodes that the data name, each with its own rows. Nothing is left to chance. */
record Natural() implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        int named = training.ownerNames().size();
        if (nodes != named) {
            throw BadInputException.of(
                    "clients",
                    "%d, but the data name %d; allowed: %d, or leave clients out"
                            .formatted(nodes, named, named));
        }
        return (rows, _) -> deal(training, rows, nodes);
    }

    private static int[][] deal(Deck deck, int[] rows, int nodes) {
        Hands hands = new Hands(nodes);
        for (int row : rows) {
            hands.give(deck.owner(row), row);
        }
        return hands.rows();
    }
}
