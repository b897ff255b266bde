package federarium.coordinator;

/**
 * Payload bytes of a round, other than the models that were sent.
 *
 * @param up from the nodes
 * @param down to them
 */
public record Traffic(long up, long down) {
    public static final Traffic NONE = new Traffic(0, 0);

    public Traffic minus(Traffic less) {
        return new Traffic(up - less.up, down - less.down);
    }

    public Traffic plus(Traffic more) {
        return new Traffic(up + more.up, down + more.down);
    }
}
