package federarium.desktop.view.leaders;

import federarium.event.RewardEvent.Contribution;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.projection.RoundPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what every rule said of every node, round by round as they come. */
final class Tally {
    private final Map<Measure, Map<String, Sum>> sums = new LinkedHashMap<>();
    private int rounds;
    private @Nullable RoundPoint last;

    /** Of one node by one rule. */
    private static final class Sum {
        double score;
        double credits;
        double variance;
        boolean drawn;

        void add(Contribution contribution) {
            score += contribution.score();
            credits += contribution.credits();
            Double spread = contribution.spread();
            if (spread != null) {
                variance += spread * spread;
                drawn = true;
            }
        }
    }

    /**
     * Where a node stands by a rule.
     *
     * @param rank from 1; equal scores share one
     * @param score sum over the rounds
     * @param spread standard deviation of that sum, were other orders drawn, each round by itself;
     *     NaN where the rule draws nothing
     * @param credits what the rule pays for it, or would have
     */
    record Standing(int rank, String node, double score, double spread, double credits) {}

    /** Takes in the rounds that are new; those of another run replace all. */
    void read(List<RoundPoint> points) {
        boolean more = points.size() >= rounds;
        if (!more || rounds > 0 && points.get(rounds - 1) != last) {
            sums.clear();
            rounds = 0;
        }
        for (RoundPoint point : points.subList(rounds, points.size())) {
            point.findings().scored().forEach(this::add);
        }
        rounds = points.size();
        last = rounds == 0 ? null : points.getLast();
    }

    private void add(ContributionsScored scored) {
        Map<String, Sum> nodes =
                sums.computeIfAbsent(Measure.of(scored), _ -> new LinkedHashMap<>());
        for (Contribution each : scored.contributions()) {
            nodes.computeIfAbsent(each.node(), _ -> new Sum()).add(each);
        }
    }

    /** The rules that have valued updates, in the order in which they first did. */
    List<Measure> measures() {
        return List.copyOf(sums.keySet());
    }

    /** All nodes by that rule, the best first. */
    List<Standing> standings(Measure measure) {
        Map<String, Sum> nodes = Objects.requireNonNullElse(sums.get(measure), Map.of());
        List<Map.Entry<String, Sum>> order = new ArrayList<>(nodes.entrySet());
        order.sort(Comparator.comparingDouble(each -> -each.getValue().score));
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Sum sum = order.get(i).getValue();
            boolean tied = i > 0 && sum.score == order.get(i - 1).getValue().score;
            standings.add(
                    new Standing(
                            tied ? standings.getLast().rank() : i + 1,
                            order.get(i).getKey(),
                            sum.score,
                            sum.drawn ? Math.sqrt(sum.variance) : Double.NaN,
                            sum.credits));
        }
        return standings;
    }

    /**
     * How differently another rule ranks.
     *
     * @param moved how many nodes have another rank by it
     * @param most the node that moved furthest, or null if none did
     * @param here its rank by the one, {@code there} by the other
     */
    record Shift(int moved, @Nullable String most, int here, int there) {}

    Shift shift(Measure from, Measure to) {
        Map<String, Integer> there = new HashMap<>();
        standings(to).forEach(each -> there.put(each.node(), each.rank()));
        Shift shift = new Shift(0, null, 0, 0);
        for (Standing each : standings(from)) {
            int rank = there.getOrDefault(each.node(), each.rank());
            if (rank != each.rank()) {
                boolean further =
                        Math.abs(rank - each.rank()) > Math.abs(shift.there() - shift.here());
                shift =
                        further
                                ? new Shift(shift.moved() + 1, each.node(), each.rank(), rank)
                                : new Shift(
                                        shift.moved() + 1,
                                        shift.most(),
                                        shift.here(),
                                        shift.there());
            }
        }
        return shift;
    }
}
