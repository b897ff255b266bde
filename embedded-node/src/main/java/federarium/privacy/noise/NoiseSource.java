package federarium.privacy.noise;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;

/**
 * The noise of a run.
 *
 * @param streams of the run's seed
 * @param repeatable whether it is drawn from these: for simulated nodes only, as whoever knows the
 *     seed can take it away again. Otherwise it comes from the operating system, and no two runs
 *     are the same.
 */
public record NoiseSource(RandomStreams streams, boolean repeatable) {
    private static final int COORDINATOR = -1;

    /** For nodes that are simulated. */
    public static NoiseSource seeded(long seed) {
        return new NoiseSource(new RandomStreams(seed), true);
    }

    /** For nodes that hold somebody's rows. */
    public static NoiseSource secure(long seed) {
        return new NoiseSource(new RandomStreams(seed), false);
    }

    /** What a client adds in a round. */
    public Noise of(int round, int client) {
        return Noise.of(bits(round, client));
    }

    /** What a client draws its share of a noise from. */
    public RandomBits bits(int round, int client) {
        return repeatable
                ? RandomBits.seeded(streams.stream("noise", round, client))
                : RandomBits.secure();
    }

    /** What the coordinator adds in a round. */
    public Noise ofCoordinator(int round) {
        return of(round, COORDINATOR);
    }

    /** What a client draws its rows by, where the draw is to hide them. */
    public RandomStream draws(int round, int client) {
        return repeatable
                ? streams.stream("rows", round, client)
                : new RandomStream(RandomBits.secure().nextLong());
    }
}
