package federarium.incentive;

import federarium.random.RandomStream;

/**
 * Says what each player contributed to what all of them are worth together. The same game and
 * stream give the same bits, whatever the cores.
 */
public interface ContributionRule {

    /**
     * φ_k for each player k, in the unit of the game.
     *
     * @param game of at least one player; a rule asks for the same coalition many times
     * @param random read by rules that draw
     */
    double[] scores(Game game, RandomStream random, Cores cores);

    /** Whether another stream gives other scores. */
    boolean draws();
}
