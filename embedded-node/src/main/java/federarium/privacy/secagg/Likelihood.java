package federarium.privacy.secagg;

/**
 * How likely a random Harary graph fails whom it should protect (Bell et al. 2020, section 3).
 *
 * <p>H(c, k) is how many of c nodes are among k drawn of n − 1 without putting back. By union
 * bounds over all nodes:
 *
 * <ul>
 *   <li>some node has t or more neighbours that collude: at most n·P[H(c, k) ≥ t];
 *   <li>the graph falls apart, for which ⌊k/2⌋ nodes in a row must collude or drop out: at most
 *       n·C(n − ⌊k/2⌋, c + d − ⌊k/2⌋) ÷ C(n, c + d);
 *   <li>more than k − t neighbours of some node drop out: at most n·P[H(d, k) > k − t].
 * </ul>
 *
 * The first two reveal something and must be below 2⁻⁴⁰; the last stops a round and must be below
 * 2⁻³⁰.
 */
final class Likelihood {
    private static final double REVEALED = -40 * StrictMath.log(2);
    private static final double STOPPED = -30 * StrictMath.log(2);

    private final int clients;
    private final int corrupt;
    private final int dropped;
    private final double[] logFactorials;

    Likelihood(int clients, int corrupt, int dropped) {
        this.clients = clients;
        this.corrupt = corrupt;
        this.dropped = dropped;
        logFactorials = new double[clients + 1];
        for (int i = 1; i <= clients; i++) {
            logFactorials[i] = logFactorials[i - 1] + StrictMath.log(i);
        }
    }

    /** The smallest t that k neighbours are unlikely to betray; k + 1 if there is none. */
    int threshold(int degree) {
        int threshold = degree + 1;
        while (threshold > 2 && logUnion(logAtLeast(corrupt, degree, threshold - 1)) < REVEALED) {
            threshold--;
        }
        return threshold;
    }

    /** Whether the graph stays in one piece, and enough shares remain. */
    boolean bears(int degree, int threshold) {
        int run = degree / 2;
        int gone = corrupt + dropped;
        double apart = logChoose(clients - run, gone - run) - logChoose(clients, gone);
        double tooFew = logAtLeast(dropped, degree, degree - threshold + 1);
        return threshold <= degree && logUnion(apart) < REVEALED && logUnion(tooFew) < STOPPED;
    }

    private double logUnion(double logProbability) {
        return StrictMath.log(clients) + logProbability;
    }

    /** ln P[H(marked, drawn) ≥ least]. */
    private double logAtLeast(int marked, int drawn, int least) {
        double sum = 0;
        for (int hit = least; hit <= Math.min(marked, drawn); hit++) {
            double log =
                    logChoose(marked, hit)
                            + logChoose(clients - 1 - marked, drawn - hit)
                            - logChoose(clients - 1, drawn);
            sum += StrictMath.exp(log);
        }
        return StrictMath.log(sum);
    }

    private double logChoose(int n, int k) {
        return k < 0 || k > n
                ? Double.NEGATIVE_INFINITY
                : logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
}
