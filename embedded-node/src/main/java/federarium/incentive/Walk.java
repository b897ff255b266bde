package federarium.incentive;

import java.util.Arrays;
import java.util.List;

/**
 * What players add as they come one after the other, up to the point from which on the rest could
 * not add much: from where |v(N) − v(those before)| is below a cut, all get 0.
 */
record Walk(Game game, double none, double all, double cut) {

    /**
     * @param cut 0 for none
     */
    static Walk in(Game game, double cut) {
        double none = game.value(Coalition.NONE);
        return new Walk(game, none, game.value(Coalition.all(game.players())), cut);
    }

    /** What each player adds in each of these orders; several orders at a time. */
    List<double[]> marginals(List<int[]> orders, Cores cores) {
        double[][] marginals = new double[orders.size()][];
        cores.each(marginals.length, i -> marginals[i] = marginals(orders.get(i)));
        return Arrays.asList(marginals);
    }

    double[] marginals(int[] order) {
        double[] marginals = new double[order.length];
        Coalition coalition = Coalition.NONE;
        double before = none;
        for (int player : order) {
            if (Math.abs(all - before) < cut) {
                break;
            }
            coalition = coalition.with(player);
            double after = game.value(coalition);
            marginals[player] = after - before;
            before = after;
        }
        return marginals;
    }
}
