package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.real0;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.whole;

import java.util.List;

/** The keys below {@code training}. */
final class TrainingSettings {
    private TrainingSettings() {}

    static List<Setting> all() {
        return List.of(
                choice("training.optimizer", "sgd", "How a node takes a step.", "sgd"),
                setting(
                                "training.learningRate",
                                new Kind.Real(0, true, 1000),
                                "0.1",
                                "Step size of local training.")
                        .whileRunning(),
                whole(
                                "training.localEpochs",
                                "1",
                                1,
                                10_000,
                                "Passes over its own rows that a node makes in a round.")
                        .lastingWith(AggregationSettings.RULE, AggregationSettings.RULES_WITH_STEPS)
                        .whileRunning(),
                whole("training.batchSize", "10", 1, 100_000, "Rows behind one local step.")
                        .lastingWith(AggregationSettings.RULE, AggregationSettings.RULES_WITH_STEPS)
                        .whileRunning(),
                real0("training.momentum", "Momentum of local steps."),
                real0("training.proximalMu", "FedProx pull towards the global model."));
    }
}
