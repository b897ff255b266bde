package federarium.host;

import federarium.data.FederatedData;
import federarium.scenario.BadInputException;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a run's models may take. With P parameters and n updates a round, or vectors that
 * nodes keep between rounds, it holds at least 4·P·(6 + n) bytes at once: the initial model, the
 * global one, the next one and the step to it, one that a thread trains, and one as it is written.
 * What hangs on an update being taken is there twice until that is known.
 *
 * @param bytes what there is
 * @param vectors n
 */
record Room(long bytes, int vectors) {
    private static final int COPIES = 6;

    /** A model is kept as one array of bytes, and arrays end a little before the largest int. */
    private static final int MOST = (Integer.MAX_VALUE - 8) / Float.BYTES;

    static Room of(Scenario scenario, FederatedData data) {
        return new Room(Runtime.getRuntime().maxMemory(), vectors(scenario, data.nodes().size()));
    }

    /** n of so many nodes; the last layers that some keep are not known yet. */
    static int vectors(Scenario scenario, int nodes) {
        int cohort = cohort(scenario, nodes);
        int ditto = scenario.personal() instanceof PersonalSpec.Ditto ? nodes : 0;
        int controls =
                scenario.aggregation().rule() instanceof Rule.Scaffold ? 1 + nodes + 2 * cohort : 0;
        boolean whole = scenario.compression() instanceof CompressionSpec.None;
        int residuals = whole ? 0 : nodes + 2 * cohort;
        return Math.addExact(beside(scenario, nodes, cohort), ditto + controls + residuals);
    }

    /**
     * The updates of a round, and the models that are not the global one: what nodes without a
     * coordinator have, trained, mixed and keep; those of edges, and what they changed by; the
     * versions that somebody may still train from.
     */
    private static int beside(Scenario scenario, int nodes, int cohort) {
        return switch (scenario.topology()) {
            case Topology.Peers _ -> 4 * nodes;
            case Topology.Hierarchical hierarchy -> cohort + 2 * hierarchy.edges();
            case Topology.Star _ ->
                    scenario.mode().arrivals() == 0
                            ? cohort
                            : cohort + Math.ceilDiv(cohort, scenario.mode().arrivals());
        };
    }

    private static int cohort(Scenario scenario, int nodes) {
        return Math.max(1, (int) (scenario.cohort().fraction() * nodes));
    }

    /** The same with the last layers of the nodes that are not in a round's cohort. */
    Room keeping(Scenario scenario, int nodes, int layers, int parameters) {
        long kept = (long) (nodes - cohort(scenario, nodes)) * layers / parameters;
        return new Room(bytes, vectors + (int) kept);
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
