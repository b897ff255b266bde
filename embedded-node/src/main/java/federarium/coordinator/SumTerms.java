package federarium.coordinator;

import federarium.privacy.encryption.Bfv;
import federarium.privacy.encryption.Paillier;
import federarium.privacy.secagg.Guarantee;
import federarium.privacy.secagg.MaskingGraph;
import federarium.privacy.summing.NoiseShare;
import federarium.privacy.summing.SumEncoding;
import federarium.privacy.summing.SumEncoding.Limit;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a round's nodes agree on before they hand in what only the sum of may be seen.
 *
 * @param concealment what hides the parts
 * @param nodes how many take part
 * @param graphSeed of the stream that places them in the masking graph
 */
public record SumTerms(Concealment concealment, int nodes, SumEncoding encoding, long graphSeed) {

    /** Concealment, parameters, levels, range, examples, clip norm, counted, noise, seed. */
    private static final long BYTES = 1 + 4 + 4 + 8 + 8 + 8 + 1 + 8 + 4 + 8;

    /** The terms of so many nodes in a round. */
    static SumTerms of(RunPlan plan, RoundState state, int nodes) {
        Scenario scenario = state.scenario();
        return new SumTerms(
                scenario.concealment(),
                nodes,
                encoding(
                        scenario,
                        nodes,
                        state.model().size(),
                        plan.nodes().stream().mapToInt(each -> each.examples()).max().orElse(1),
                        state.books().clipNorm(scenario.privacy())),
                new RandomStreams(scenario.seed())
                        .stream("masking graph", state.round()).nextLong());
    }

    private static SumEncoding encoding(
            Scenario scenario, int nodes, int parameters, int most, double clipNorm) {
        if (!scenario.privacy().mechanism().coversTheSum()) {
            return SumEncoding.byExamples(parameters, most, range(scenario.privacy()));
        }
        NoiseShare share =
                scenario.privacy().mechanism() == Mechanism.DISTRIBUTED
                        ? NoiseShare.of(
                                scenario.privacy().noiseMultiplier(),
                                SumEncoding.sensitivity(),
                                Guarantee.standard(nodes).fewest())
                        : null;
        boolean counted = scenario.privacy().clipping().adaptive() != null;
        return SumEncoding.clipped(parameters, new Limit(clipNorm, counted, share));
    }

    /** ±8 holds any update in use; one with noise of its own needs room for that. */
    private static double range(Privacy privacy) {
        return privacy.mechanism() == Mechanism.LOCAL
                ? Math.max(8, privacy.clipping().norm() * (1 + 6 * privacy.noiseMultiplier()))
                : 8;
    }

    /** Who shares masks and secrets with whom. */
    public MaskingGraph graph(List<Integer> clients) {
        return Guarantee.standard(nodes)
                .graph(clients, new RandomStreams(graphSeed).stream("masking graph"));
    }

    /** A sum of fewer is not opened. */
    public static int fewest(Concealment concealment) {
        return concealment == Concealment.MASKS ? 3 : 2;
    }

    /**
     * Bytes that a node sends until its part is there, if nobody drops out.
     *
     * @param clients all there are, for whom the key was made
     */
    long bytesUp(int clients) {
        int values = encoding.coordinates();
        return switch (concealment) {
            case NONE -> throw new IllegalStateException("nothing is hidden");
            case MASKS -> Guarantee.standard(nodes).bytesUp(values);
            case BFV -> Bfv.freshBytes(values);
            case PAILLIER -> Paillier.bytes(values, clients);
        };
    }

    /** Bytes that it is sent until then, beside the model. */
    long bytesDown() {
        return invitationBytes()
                + (concealment == Concealment.MASKS ? Guarantee.standard(nodes).bytesDown() : 0);
    }

    /** Bytes of these terms as they travel, with the round and who takes part. */
    public long invitationBytes() {
        return BYTES + Integer.BYTES * (2L + nodes);
    }

    /**
     * Refuses what could not be added up.
     *
     * @param clients the number of nodes
     * @param parameters of a model
     * @throws BadInputException naming the key, with what would work
     */
    public static void check(Scenario scenario, int clients, int parameters) {
        if (scenario.concealment() == Concealment.NONE) {
            return;
        }
        int nodes = scenario.cohort().poisson() ? clients : scenario.combined(clients);
        SumEncoding encoding =
                encoding(scenario, nodes, parameters, 1, scenario.privacy().clipping().norm());
        Limit limit = encoding.limit();
        NoiseShare share = limit == null ? null : limit.noise();
        long noise = share == null ? 0 : share.most(nodes);
        if (!encoding.quantiser().fits(nodes, noise)) {
            throw BadInputException.of(
                    noise == 0 ? "clients" : "privacy.noiseMultiplier",
                    ("a sum of %d updates in whole numbers%s could pass 2^31 and wrap;"
                                    + " allowed: up to 1023 in a round%s")
                            .formatted(
                                    nodes,
                                    noise == 0 ? "" : ", and their noise,",
                                    noise == 0 ? "" : ", or less noise"));
        }
        if (scenario.concealment() == Concealment.PAILLIER) {
            try {
                Paillier.requireFits(encoding.coordinates(), nodes);
            } catch (IllegalArgumentException e) {
                throw BadInputException.of("encryption", String.valueOf(e.getMessage()));
            }
        }
        if (share != null) {
            check(share, scenario.privacy().noiseMultiplier(), parameters);
        }
    }

    private static void check(NoiseShare share, double multiplier, int parameters) {
        if (!share.canBeDrawn()) {
            throw BadInputException.of(
                    "privacy.noiseMultiplier",
                    "%d nodes cannot draw shares of so much noise; allowed: up to %s, or more nodes in a round"
                            .formatted(
                                    share.fewest(),
                                    BigDecimal.valueOf(
                                                    share.mostMultiplier(SumEncoding.sensitivity()))
                                            .setScale(2, RoundingMode.FLOOR)
                                            .toPlainString()));
        }
        if (share.multiplier(SumEncoding.sensitivity(), parameters) < multiplier) {
            throw BadInputException.of(
                    "privacy.noiseMultiplier",
                    "shares of so little noise, in whole numbers, do not add up to a Gaussian;"
                            + " allowed: 0, or from 1e-05");
        }
    }
}
