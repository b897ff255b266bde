package federarium.scenario;

import federarium.scenario.Training.Optimizer;

/** Reads how nodes train, and says what that does not go with. */
record TrainingReader(Keys keys) {

    Training read() {
        boolean oneStep = keys.text(AggregationSettings.RULE).equals("fedSgd");
        return new Training(
                real("learningRate"),
                oneStep ? 1 : keys.whole("training.localEpochs"),
                oneStep ? Training.ALL_ROWS : keys.whole("training.batchSize"),
                optimizer(),
                real("proximalMu"),
                real("weightDecay"),
                real("learningRateDecay"),
                oneStep ? 0 : keys.whole("training.localSteps"),
                oneStep ? 0 : real("earlyStop"));
    }

    private Optimizer optimizer() {
        String optimizer = keys.text("training.optimizer");
        return switch (optimizer) {
            case "sgd" -> {
                if (real("momentum") > 0) {
                    throw keys.problem(
                            "training.momentum",
                            "sgd has none",
                            "0, or training.optimizer momentum");
                }
                yield new Optimizer.Sgd();
            }
            case "momentum" -> new Optimizer.Momentum(real("momentum"));
            case "adam" -> new Optimizer.Adam();
            default -> throw new IllegalStateException("no optimizer is called " + optimizer);
        };
    }

    private double real(String key) {
        return keys.real("training." + key);
    }

    /**
     * Refuses options that cannot work together.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario) {
        Training training = scenario.training();
        if (training.localSteps() > 0 && training.earlyStop() > 0) {
            throw BadInputException.of(
                    "training.earlyStop",
                    "localSteps are taken to the last; allowed: training.localSteps 0, or 0 here");
        }
        plainSteps(scenario.aggregation().rule(), training.optimizer());
        plainPull(scenario.aggregation().rule(), training);
        String key = training.proximalMu() >= training.weightDecay() ? "proximalMu" : "weightDecay";
        pull(training, "training." + key, training.proximalMu());
    }

    private static void plainSteps(Rule rule, Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd) {
            return;
        }
        String name = optimizer instanceof Optimizer.Adam ? "adam" : "momentum";
        switch (rule) {
            case Rule.FedSgd _ ->
                    throw refusal("fedSgd takes a single step, which leaves nothing for " + name);
            case Rule.Scaffold _ ->
                    throw refusal("scaffold corrects plain steps, not those of " + name);
            case Rule.QFedAvg _ ->
                    throw refusal("qFedAvg reads gradients off plain steps, not those of " + name);
            case Rule.FedNova _ when optimizer instanceof Optimizer.Adam ->
                    throw refusal("fedNova cannot tell how far steps of adam carry");
            default -> {}
        }
    }

    /** A rule that reckons with the steps themselves bears a proximal pull only so far. */
    private static void plainPull(Rule rule, Training training) {
        if (training.proximalMu() == 0) {
            return;
        }
        if (rule instanceof Rule.Scaffold) {
            throw BadInputException.of(
                    "training.proximalMu",
                    "scaffold takes what a node moved by for its gradients, and a pull is none;"
                            + " allowed: 0, or another aggregation.rule");
        }
        if (rule instanceof Rule.FedNova) {
            double beta = training.optimizer() instanceof Optimizer.Momentum(double b) ? b : 0;
            double root = 1 - StrictMath.sqrt(beta);
            double most = root * root / training.learningRate();
            if (training.proximalMu() > most) {
                throw BadInputException.of(
                        "training.proximalMu",
                        "fedNova weighs every step, and beyond (1 − √β)² ÷ learning rate some would"
                                + " weigh less than nothing; allowed: 0 to "
                                + Decimals.plain(most));
            }
        }
    }

    private static BadInputException refusal(String reason) {
        return BadInputException.of(
                "training.optimizer", reason + "; allowed: sgd, or another aggregation.rule");
    }

    /**
     * Refuses steps that lead away from the point they are pulled to: from η(μ + λ) = 2 on, a plain
     * one ends farther on the other side than it began.
     *
     * @param key whose value is refused
     * @param mu the pull beside that of weight decay
     */
    static void pull(Training training, String key, double mu) {
        double most =
                switch (training.optimizer()) {
                    case Optimizer.Sgd _ -> 2;
                    case Optimizer.Momentum(double beta) -> 2 * (1 + beta);
                    case Optimizer.Adam _ -> Double.POSITIVE_INFINITY;
                };
        double pull = mu + training.weightDecay();
        if (training.learningRate() * pull >= most) {
            throw BadInputException.of(
                    key,
                    "steps of %s against a pull of %s overshoot more and more; allowed: below %s"
                            .formatted(
                                    Decimals.plain(training.learningRate()),
                                    Decimals.plain(pull),
                                    Decimals.plain(most / training.learningRate())));
        }
    }
}
