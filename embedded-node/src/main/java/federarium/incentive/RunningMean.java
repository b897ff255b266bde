package federarium.incentive;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mean of what players added in the permutations so far, and whether it still moves. */
final class RunningMean {
    /** Keeps the change of a score of 0 that stays 0 at 0. */
    private static final double TINY = 1e-12;

    private final Convergence convergence;
    private final double[] sums;
    private final Deque<double[]> last = new ArrayDeque<>();
    private int count;

    RunningMean(int players, Convergence convergence) {
        this.convergence = convergence;
        this.sums = new double[players];
    }

    void add(double[] marginals) {
        count++;
        double[] mean = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            sums[k] += marginals[k];
            mean[k] = sums[k] / count;
        }
        last.addLast(mean);
        if (last.size() > convergence.window()) {
            last.removeFirst();
        }
    }

    boolean settled() {
        return count >= convergence.most()
                || (count >= convergence.least() && greatestChange() < convergence.tolerance());
    }

    double[] mean() {
        return last.getLast().clone();
    }

    private double greatestChange() {
        double[] newest = last.getLast();
        double greatest = 0;
        for (double[] mean : last) {
            double sum = 0;
            for (int k = 0; k < newest.length; k++) {
                sum += Math.abs(mean[k] - newest[k]) / (Math.abs(newest[k]) + TINY);
            }
            greatest = Math.max(greatest, sum / newest.length);
        }
        return greatest;
    }
}
