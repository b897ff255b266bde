package federarium.scenario;

import federarium.scenario.Devices.Stragglers;

/** Reads when updates are combined, and says what does not go without waiting. */
record ModeReader(Keys keys) {

    Mode read() {
        return switch (keys.text(ModeSettings.MODE)) {
            case "fedAsync" -> {
                String staleness = keys.text("aggregation.staleness");
                String a = keys.given("aggregation.a");
                double fallback = staleness.equals("hinge") ? 10 : .5;
                yield new Mode.FedAsync(
                        keys.real("aggregation.alpha"),
                        staleness,
                        a == null ? fallback : Double.parseDouble(a),
                        keys.real("aggregation.b"));
            }
            case "fedBuff" -> new Mode.FedBuff(keys.whole("aggregation.bufferSize"));
            case "gossip" -> new Mode.Gossip();
            default -> new Mode.Synchronous();
        };
    }

    /**
     * Refuses what needs a cohort that is waited for, or leaves open when an update arrives.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario) {
        if (scenario.mode().arrivals() == 0) {
            return;
        }
        if (!(scenario.topology() instanceof Topology.Star)) {
            refuse(
                    scenario,
                    TopologySettings.KIND,
                    "is between a coordinator and its nodes",
                    "star");
        }
        if (!(scenario.aggregation().rule() instanceof Rule.FedAvg)) {
            refuse(scenario, "aggregation.rule", "combines updates by itself", "fedAvg");
        }
        if (scenario.mode() instanceof Mode.FedAsync
                && scenario.aggregation().serverLearningRate() != 1) {
            refuse(scenario, "aggregation.serverLearningRate", "moves by alpha alone", "1");
        }
        if (scenario.cohort().poisson()) {
            refuse(scenario, "cohort.sampling", "keeps as many clients in training", "fixed");
        }
        if (scenario.training().earlyStop() > 0) {
            refuse(
                    scenario,
                    "training.earlyStop",
                    "must know when an update arrives as it is asked for",
                    "0");
        }
        if (!(scenario.personal() instanceof PersonalSpec.None)) {
            refuse(scenario, "personal.kind", "keeps nothing at the nodes", "none");
        }
        if (!(scenario.compression() instanceof CompressionSpec.None)) {
            refuse(scenario, "compression.kind", "keeps nothing at the nodes", "none");
        }
        if (!(scenario.devices().stragglers() instanceof Stragglers.Wait)) {
            refuse(scenario, "devices.stragglers", "takes updates however late they are", "wait");
        }
    }

    private static void refuse(Scenario scenario, String key, String why, String allowed) {
        throw BadInputException.of(
                key, "%s %s; allowed: %s".formatted(scenario.mode().name(), why, allowed));
    }
}
