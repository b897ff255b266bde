package federarium.coordinator;

/**
 * What is settled of rounds to come.
 *
 * @param pending changes that act from a later round on
 * @param settled the last round that an earlier life of this run has logged: new changes act after
 *     it
 */
public record Ahead(Changes pending, int settled) {

    static Ahead of(Changes pending) {
        return new Ahead(pending, 0);
    }
}
