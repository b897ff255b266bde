package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys below {@code training}. */
final class TrainingSettings {
    private static final String OPTIMIZER = "training.optimizer";

    private TrainingSettings() {}

    static List<Setting> all() {
        return List.of(
                choice(
                                OPTIMIZER,
                                "sgd",
                                "How a node takes a step; momentum and adam begin anew in every"
                                        + " round.",
                                "sgd",
                                "momentum",
                                "adam")
                        .whileRunning(),
                real(
                        "learningRate",
                        new Kind.Real(0, true, 1000),
                        "0.1",
                        "Step size of local training."),
                real(
                        "learningRateDecay",
                        new Kind.Real(0, false, 1),
                        "1",
                        "What the step size is multiplied by from one round to the next."),
                withSteps(
                        whole(
                                "training.localEpochs",
                                "1",
                                1,
                                10_000,
                                "Passes over its own rows that a node makes in a round.")),
                withSteps(
                        whole(
                                "training.localSteps",
                                "0",
                                0,
                                1_000_000,
                                "Steps that a node takes in a round, whatever its rows; 0 for"
                                        + " localEpochs passes.")),
                withSteps(
                        real(
                                "earlyStop",
                                new Kind.Real(0, true, 0.99),
                                "0",
                                "Share that a node's training loss must fall by from pass to pass,"
                                        + " or it stops; 0 for all passes.")),
                withSteps(
                        whole(
                                "training.batchSize",
                                "10",
                                1,
                                100_000,
                                "Rows behind one local step.")),
                real(
                                "momentum",
                                new Kind.Real(0, true, 0.9999),
                                "0",
                                "Momentum β of local steps; 0.9 for momentum.")
                        .withOnly(OPTIMIZER, "sgd", "momentum")
                        .withFallback("momentum", "0.9"),
                real(
                        "proximalMu",
                        new Kind.Real(0, true, 1000),
                        "0",
                        "FedProx pull μ of local steps towards the global model."),
                real(
                        "weightDecay",
                        new Kind.Real(0, true, 1000),
                        "0",
                        "Pull of local steps towards 0: L2, added to the gradient."));
    }

    private static Setting real(String key, Kind kind, String fallback, String meaning) {
        return setting("training." + key, kind, fallback, meaning).whileRunning();
    }

    private static Setting withSteps(Setting setting) {
        return setting.lastingWith(AggregationSettings.RULE, AggregationSettings.RULES_WITH_STEPS)
                .whileRunning();
    }
}
