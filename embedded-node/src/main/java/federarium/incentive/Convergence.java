package federarium.incentive;

/**
 * When an average over permutations is good enough: after the least number of them, as soon as none
 * of the last means was further from the newest than a tolerance, on average over players and
 * relative to the newest; or after the most, as the mean of a player who is worth nothing never
 * settles in relation to itself.
 *
 * @param least permutations
 * @param window how many means are compared
 * @param tolerance of the mean over players of |m_k − φ_k| ÷ |φ_k|
 * @param most permutations
 */
public record Convergence(int least, int window, double tolerance, int most) {

    /** So many permutations, whatever comes of them. */
    public static Convergence after(int permutations) {
        return new Convergence(permutations, 1, 0, permutations);
    }
}
