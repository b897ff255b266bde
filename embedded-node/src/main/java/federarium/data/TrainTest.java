package federarium.data;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Decimals;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which rows are for training and which for testing, both ascending. */
final class TrainTest {
    final int[] train;
    final int[] test;

    private TrainTest(boolean[] isTest) {
        train = IntStream.range(0, isTest.length).filter(row -> !isTest[row]).toArray();
        test = IntStream.range(0, isTest.length).filter(row -> isTest[row]).toArray();
    }

    /**
     * The source's own division, else one drawn here.
     *
     * @param perOwner whether each natural client gives up its own share
     * @throws BadInputException if one side would be empty
     */
    static TrainTest of(RawRows rows, double fraction, boolean perOwner, RandomStreams streams) {
        if (rows.test != null) {
            TrainTest given = new TrainTest(rows.test);
            if (given.train.length == 0 || given.test.length == 0) {
                throw BadInputException.of(
                        "data.split",
                        "all %d rows are %s rows; allowed: some of each"
                                .formatted(
                                        rows.rows(),
                                        given.train.length == 0 ? "test" : "training"));
            }
            return given;
        }
        TrainTest drawn = new TrainTest(draw(rows, fraction, perOwner, streams.stream("split")));
        if (drawn.test.length == 0) {
            throw BadInputException.of(
                    "data.testFraction",
                    "%s of %d rows leaves none to test on; allowed: a larger share"
                            .formatted(Decimals.plain(fraction), rows.rows()));
        }
        return drawn;
    }

    /**
     * Draws test rows label by label (and client by client), so that each has its share within one
     * row, and so have all together. The last row of a label is never taken.
     */
    private static boolean[] draw(
            RawRows rows, double fraction, boolean perOwner, RandomStream random) {
        boolean[] isTest = new boolean[rows.rows()];
        long seen = 0;
        for (IntStream.Builder stratum : strata(rows, perOwner).values()) {
            int[] order = stratum.build().toArray();
            random.shuffle(order);
            long wanted =
                    Math.round((seen + order.length) * fraction) - Math.round(seen * fraction);
            for (int k = 0; k < Math.min(wanted, order.length - 1); k++) {
                isTest[order[k]] = true;
            }
            seen += order.length;
        }
        return isTest;
    }

    private static Map<Long, IntStream.Builder> strata(RawRows rows, boolean perOwner) {
        Map<Long, IntStream.Builder> strata = new TreeMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            long owner = perOwner ? rows.owners[row] : 0;
            long stratum = owner * rows.classNames.size() + rows.labels[row];
            strata.computeIfAbsent(stratum, _ -> IntStream.builder()).add(row);
        }
        return strata;
    }
}
