package federarium.scenario;

/** Who talks to whom. */
public sealed interface Topology {

    /** Every node with the coordinator. */
    record Star() implements Topology {}

    /**
     * Nodes with their neighbours, and no coordinator.
     *
     * @param kind ring, torus, complete, random or smallWorld
     * @param degree neighbours of every node, of a random graph
     * @param sameStart whether all nodes start from the same model
     */
    record Peers(String kind, int degree, boolean sameStart) implements Topology {}

    /**
     * Nodes with an edge aggregator, and the edges with the root.
     *
     * @param edges E, dealt contiguous nodes: node i of N belongs to edge ⌊i·E ÷ N⌋
     * @param edgeRounds the root combines the edges in every so many rounds, and in the last
     */
    record Hierarchical(int edges, int edgeRounds) implements Topology {

        /** The edge of a node. */
        public int edgeOf(int node, int nodes) {
            return (int) ((long) node * edges / nodes);
        }

        /** Whether the root combines the edges in a round of so many. */
        public boolean reachesRoot(int round, int rounds) {
            return round % edgeRounds == 0 || round == rounds;
        }
    }
}
