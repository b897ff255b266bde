package federarium.privacy.secagg;

import federarium.random.RandomStream;
import java.util.List;

/**
 * How many neighbours each node needs, and how many shares give a secret back, for what a round is
 * to bear: c = ⌊γn⌋ nodes (one at least) that tell a curious coordinator all they know, and d =
 * ⌊δn⌋ that drop out.
 *
 * <p>Up to 30 nodes the graph is complete and t = ⌊2n/3⌋ + 1, or n − d where that is less, but
 * above c (Bonawitz et al. 2017): besides, two survivor lists can't both be signed by t nodes, even
 * for a coordinator that lies, while fewer than 2t − n nodes collude with it.
 *
 * <p>Above, k = c + d + 1 and t = c + 1 (Bell et al. 2020 with the bound that always holds): c
 * neighbours that collude lack a share, d that drop out leave t, and the k-connected Harary graph
 * stays in one piece without all of them, so that masks hide every part of the sum, whoever they
 * are. That is 21 and 11 for 100 nodes at 10 %, 41 and 21 at 20 %. For many nodes the smallest even
 * k is less for which chance suffices, {@link Likelihood}; this holds for nodes that collude or
 * drop out without regard to the graph. Both are for a coordinator that follows the protocol.
 *
 * @param clients n
 * @param corrupt c
 * @param dropped d
 * @param degree k
 * @param threshold t, of a node and its k neighbours
 * @param certain whether it holds for every choice of c and d nodes, not but with high probability
 */
public record Guarantee(
        int clients, int corrupt, int dropped, int degree, int threshold, boolean certain) {
    /**
     * A complete graph of so many nodes costs about as much as the standard one of twice as many.
     */
    private static final int COMPLETE_UP_TO = 30;

    /** For a tenth of the nodes that collude and a fifth that drop out: 50 have 16 neighbours. */
    public static Guarantee standard(int clients) {
        return of(clients, .1, .2);
    }

    /**
     * The cheapest graph that bears both.
     *
     * @param corruptShare γ, from 0 to 1
     * @param droppedShare δ, from 0 to 1
     * @throws IllegalArgumentException if no graph can, or there are fewer than three nodes
     */
    public static Guarantee of(int clients, double corruptShare, double droppedShare) {
        int corrupt = Math.max(1, share("corrupt", corruptShare, clients));
        int dropped = share("dropped", droppedShare, clients);
        if (clients < 3 || corrupt + dropped >= clients - 1) {
            throw new IllegalArgumentException(
                    ("no masking of %d nodes bears %d that collude and %d that drop out; allowed:"
                                    + " 3 nodes or more, at least two of which do neither")
                            .formatted(clients, corrupt, dropped));
        }
        int certain = even(corrupt + dropped + 1, clients);
        if (clients <= COMPLETE_UP_TO || certain >= clients - 1) {
            int threshold = Math.max(corrupt + 1, Math.min(2 * clients / 3 + 1, clients - dropped));
            return new Guarantee(clients, corrupt, dropped, clients - 1, threshold, true);
        }
        Likelihood chance = new Likelihood(clients, corrupt, dropped);
        for (int degree = 2; degree < certain; degree += 2) {
            int threshold = chance.threshold(degree);
            if (chance.bears(degree, threshold)) {
                return new Guarantee(clients, corrupt, dropped, degree, threshold, false);
            }
        }
        return new Guarantee(clients, corrupt, dropped, certain, corrupt + 1, true);
    }

    public boolean complete() {
        return degree == clients - 1;
    }

    /** A sum of fewer nodes is not unmasked: t of a complete graph, n − d of another. */
    public int fewest() {
        return complete() ? threshold : clients - dropped;
    }

    /** Bytes that a node sends until its masked vector is there, if nobody drops out. */
    public long bytesUp(int coordinates) {
        return SecAggMessage.HEADER
                + SecAggMessage.PublicKeys.BYTES
                + SecAggMessage.HEADER
                + Integer.BYTES
                + degree * (long) (Integer.BYTES + SharePair.SEALED_BYTES)
                + SecAggMessage.HEADER
                + Integer.BYTES
                + (long) coordinates * Integer.BYTES;
    }

    /** Bytes that a node is sent until then: keys and shares of its neighbours. */
    public long bytesDown() {
        return 2 * SecAggMessage.HEADER
                + degree
                        * (Integer.BYTES
                                + SecAggMessage.PublicKeys.BYTES
                                + Integer.BYTES
                                + SharePair.SEALED_BYTES);
    }

    /** The graph over these nodes; the stream draws where each stands in it. */
    public MaskingGraph graph(List<Integer> nodes, RandomStream random) {
        return complete()
                ? MaskingGraph.complete(nodes)
                : MaskingGraph.harary(nodes, degree, random);
    }

    private static int share(String which, double share, int clients) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a %s share of %s; allowed: 0 to 1".formatted(which, share));
        }
        return (int) Math.floor(share * clients + 1e-9);
    }

    /** The next degree that so many nodes can have: n·k is twice the edges. */
    private static int even(int degree, int clients) {
        return degree % 2 == 1 && clients % 2 == 1 ? degree + 1 : degree;
    }
}
