package federarium.transport;

import java.util.List;

/**
 * Which list of survivors a node has signed in a round. Two lists of one round, and the difference
 * of the two sums would be what somebody sent; so a node signs one, whatever has been restarted.
 */
public class SignedLists {
    private int round;
    private List<Integer> survivors;

    /** Nothing was signed yet. */
    public SignedLists() {
        this(0, List.of());
    }

    /** This was signed last. */
    protected SignedLists(int round, List<Integer> survivors) {
        this.round = round;
        this.survivors = List.copyOf(survivors);
    }

    /**
     * A list is about to be signed.
     *
     * @throws IllegalStateException if another one was, in this round or a later one
     */
    final synchronized void sign(int of, List<Integer> list) {
        if (of < round || of == round && !list.equals(survivors)) {
            throw new IllegalStateException(
                    "it has signed another list of survivors in round %d; two sums of one round"
                                    .formatted(round)
                            + " would show what one node sent");
        }
        keep(of, list);
        round = of;
        survivors = List.copyOf(list);
    }

    /** Called before it is signed, for whoever has to know it after a restart. */
    protected void keep(int of, List<Integer> list) {}
}
