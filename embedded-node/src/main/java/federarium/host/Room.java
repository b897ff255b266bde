package federarium.host;

import federarium.data.FederatedData;
import federarium.scenario.BadInputException;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a run's models may take. With P parameters and n updates a round, or vectors that
 * nodes keep between rounds, it holds at least 4·P·(6 + n) bytes at once: the initial model, the
 * global one, the next one and the step to it, one that a thread trains, and one as it is written.
 *
 * @param bytes what there is
 * @param vectors n
 */
record Room(long bytes, int vectors) {
    private static final int COPIES = 6;

    /** A model is kept as one array of bytes, and arrays end a little before the largest int. */
    private static final int MOST = (Integer.MAX_VALUE - 8) / Float.BYTES;

    static Room of(Scenario scenario, FederatedData data) {
        double updates = models(scenario) * data.nodes().size();
        boolean ditto = scenario.personal() instanceof PersonalSpec.Ditto;
        boolean whole = scenario.compression() instanceof CompressionSpec.None;
        int kept = data.nodes().size() * ((ditto ? 1 : 0) + (whole ? 0 : 1));
        return new Room(Runtime.getRuntime().maxMemory(), Math.max(1, (int) updates) + kept);
    }

    /** Models of each node: the updates of a round, or what it has, trained, mixed and keeps. */
    private static double models(Scenario scenario) {
        return scenario.topology() instanceof Topology.Peers ? 4 : scenario.cohort().fraction();
    }

    /**
     * Refuses a model that does not fit.
     *
     * @param parameters P; an ArithmeticException says that no int holds it
     * @throws BadInputException if there is less memory than the least that a run needs
     */
    void require(IntSupplier parameters) {
        int count = countUpToMost(parameters);
        if (count > MOST) {
            throw problem("more than %,d parameters can't be kept", MOST);
        }
        long needed = (long) count * Float.BYTES * (COPIES + vectors);
        if (needed > bytes) {
            throw problem(
                    "%,d parameters, sent or kept %d times a round, need %.1f GB of memory; there"
                            + " are %.1f",
                    count, vectors, needed / 1e9, bytes / 1e9);
        }
    }

    private static int countUpToMost(IntSupplier parameters) {
        try {
            return parameters.getAsInt();
        } catch (ArithmeticException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static BadInputException problem(String what, @Nullable Object... figures) {
        return BadInputException.of(
                "model.hidden",
                String.format(Locale.ROOT, what, figures) + "; allowed: fewer or smaller layers");
    }
}
