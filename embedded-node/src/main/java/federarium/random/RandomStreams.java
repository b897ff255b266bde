package federarium.random;

/**
 * The random streams of a run, each named by purpose, round and client.
 *
 * <p>A draw depends on its name alone, never on what was drawn elsewhere before: so the order in
 * which threads work cannot matter, and a run that is resumed at round k draws what it would have
 * drawn.
 *
 * @param seed the run's seed
 */
public record RandomStreams(long seed) {

    /** The stream for something that happens once in a run, such as the initial model. */
    public RandomStream stream(String purpose) {
        return stream(purpose, 0, 0);
    }

    /** The stream for something that happens once a round, such as drawing the cohort. */
    public RandomStream stream(String purpose, int round) {
        return stream(purpose, round, 0);
    }

    /** The stream for something that each client does in a round, such as shuffling its rows. */
    public RandomStream stream(String purpose, int round, int client) {
        long hash = RandomStream.mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            hash = RandomStream.mix(hash ^ purpose.charAt(i));
        }
        hash = RandomStream.mix(hash ^ round);
        return new RandomStream(RandomStream.mix(hash ^ ((long) client << 32)));
    }
}
