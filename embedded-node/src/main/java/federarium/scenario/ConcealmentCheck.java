package federarium.scenario;

import federarium.scenario.Privacy.Mechanism;

/**
 * Refuses what does not go with updates that nobody may look at.
 *
 * @param clients the number of nodes
 */
record ConcealmentCheck(Scenario scenario, int clients) {
    /** Of two nodes each knows the other's update once it knows the sum. */
    private static final int FEWEST_MASKED = 3;

    private static final int FEWEST_ENCRYPTED = 2;

    /**
     * @throws BadInputException naming the key, with what would work
     */
    void run() {
        Concealment concealment = scenario.concealment();
        if (concealment == Concealment.NONE) {
            distributed();
            return;
        }
        if (!(scenario.topology() instanceof Topology.Star)) {
            refuse("one coordinator sums what its nodes send", "topology.kind star");
        }
        if (!(scenario.mode() instanceof Mode.Synchronous)) {
            refuse("a sum needs nodes that send in the same round", "mode synchronous");
        }
        onlyTheMean(scenario.aggregation().rule());
        sameShape();
        enough();
        if (scenario.training().earlyStop() > 0) {
            throw BadInputException.of(
                    "training.earlyStop",
                    "after how many steps a node stops tells of its rows, and "
                            + hidden()
                            + " are to tell nothing; allowed: 0");
        }
        if (concealment.encrypts()) {
            unreadable();
        }
        if (scenario.privacy().mechanism().coversTheSum() && scenario.cohort().poisson()) {
            throw BadInputException.of(
                    "cohort.sampling",
                    "a sum of too few is not opened, and that it was not would tell of the draw"
                            + " that the promise needs secret; allowed: fixed");
        }
    }

    private void distributed() {
        if (scenario.privacy().mechanism() == Mechanism.DISTRIBUTED) {
            throw BadInputException.of(
                    PrivacySettings.MECHANISM,
                    "distributed noise is too little on a single update, and hides it only in a"
                            + " sum of masked ones; allowed: secureAggregation true, or local or"
                            + " central");
        }
    }

    private void onlyTheMean(Rule rule) {
        if (!PrivacyReader.OF_THE_MEAN.contains(rule.name())) {
            throw BadInputException.of(
                    AggregationSettings.RULE,
                    "%s looks at single updates, or at more than their mean, and %s show only their sum; allowed: %s"
                            .formatted(
                                    rule.name(),
                                    hidden(),
                                    String.join(
                                            ", ",
                                            PrivacyReader.OF_THE_MEAN.stream().sorted().toList())));
        }
    }

    private void sameShape() {
        if (!(scenario.compression() instanceof CompressionSpec.None)) {
            throw BadInputException.of(
                    "compression.kind",
                    hidden()
                            + " take as many bytes for every value, whatever it is; allowed:"
                            + " none");
        }
        if (scenario.model() instanceof Scenario.ModelSpec.Dense dense && !dense.isWhole()) {
            throw BadInputException.of(
                    "model.widths",
                    "a sum of " + hidden() + " needs vectors of one size; allowed: [1]");
        }
    }

    /** The coordinator can't be told to look at what it cannot read. */
    private void unreadable() {
        Mechanism mechanism = scenario.privacy().mechanism();
        if (mechanism.coversTheSum()) {
            throw BadInputException.of(
                    PrivacySettings.MECHANISM,
                    "the coordinator adds ciphertexts that it cannot read, and every node reads"
                            + " their sum before any noise of "
                            + mechanism.word()
                            + "; allowed: local, dpSgd or none, or secureAggregation instead of"
                            + " encryption");
        }
    }

    private void enough() {
        int fewest = scenario.concealment() == Concealment.MASKS ? FEWEST_MASKED : FEWEST_ENCRYPTED;
        int there = scenario.combined(clients);
        if (there < fewest && !scenario.cohort().poisson()) {
            refuse(
                    "a sum over no more than %d hides nothing".formatted(there),
                    fewest + " nodes or more in a round (clients, cohort.fraction, nodes.dropped)");
        }
    }

    private String hidden() {
        return scenario.concealment() == Concealment.MASKS ? "masked updates" : "encrypted updates";
    }

    private void refuse(String why, String allowed) {
        throw BadInputException.of(
                scenario.concealment() == Concealment.MASKS
                        ? ConcealmentSettings.MASKS
                        : ConcealmentSettings.ENCRYPTION,
                why + "; allowed: " + allowed);
    }
}
