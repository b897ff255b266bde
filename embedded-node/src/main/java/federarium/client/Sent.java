package federarium.client;

import federarium.update.ClientUpdate;

/**
 * What a node's round comes to: the update that it sends, and what it keeps for itself.
 *
 * @param memory what it keeps once the update was taken
 * @param refused what it keeps where it was not: late, lost, or with values that are not finite
 */
public record Sent(ClientUpdate update, Memory memory, Memory refused) {

    /** Where it keeps the same in either case. */
    public Sent(ClientUpdate update, Memory memory) {
        this(update, memory, memory);
    }
}
