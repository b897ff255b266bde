package federarium.scenario;

import federarium.scenario.Scenario.ModelSpec;
import java.util.List;

/** The keys below {@code personal}, what they are read as, and what they do not go with. */
final class PersonalSettings {
    private static final String KIND = "personal.kind";

    private PersonalSettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.choice(
                        KIND,
                        "none",
                        "Which model a node uses itself: the global one; ditto: one that it trains"
                                + " beside it; fedPer: the global one with last layers of its own.",
                        "none",
                        "ditto",
                        "fedPer"),
                Settings.setting(
                                "personal.lambda",
                                new Kind.Real(0, true, 1000),
                                "1",
                                "Pull of a node's own model towards the global one; 0 for none.")
                        .withOnly(KIND, "ditto")
                        .whileRunning(),
                Settings.whole(
                                "personal.layers",
                                "1",
                                1,
                                100,
                                "Last layers that stay with their node.")
                        .withOnly(KIND, "fedPer"));
    }

    static PersonalSpec read(Keys keys) {
        String kind = keys.text(KIND);
        return switch (kind) {
            case "none" -> new PersonalSpec.None();
            case "ditto" -> new PersonalSpec.Ditto(keys.real("personal.lambda"));
            case "fedPer" -> new PersonalSpec.FedPer(keys.whole("personal.layers"));
            default -> throw new IllegalStateException("no personal model is called " + kind);
        };
    }

    /**
     * Refuses what cannot work together.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario) {
        switch (scenario.personal()) {
            case PersonalSpec.None _ -> {}
            case PersonalSpec.Ditto(double lambda) ->
                    TrainingReader.pull(scenario.training(), "personal.lambda", lambda);
            case PersonalSpec.FedPer(int layers) -> shared(scenario, layers);
        }
    }

    private static void shared(Scenario scenario, int layers) {
        if (scenario.model() instanceof ModelSpec.Dl4j) {
            throw BadInputException.of(
                    KIND, "fedPer cannot cut a saved network; allowed: model.kind dense or conv");
        }
        int all = scenario.model().layers();
        if (all == 1) {
            throw BadInputException.of(
                    KIND,
                    "fedPer shares all layers but the last ones, and this model has a single one;"
                            + " allowed: a model with hidden layers");
        }
        if (layers >= all) {
            throw BadInputException.of(
                    "personal.layers",
                    "the model has %d layers, and the first one at least is shared; allowed: %s"
                            .formatted(all, all == 2 ? "1" : "1 to " + (all - 1)));
        }
        if (scenario.aggregation().rule() instanceof Rule.FlTrust) {
            throw BadInputException.of(
                    KIND,
                    "flTrust trains at the coordinator, which has no last layers under fedPer;"
                            + " allowed: ditto, or another aggregation.rule");
        }
    }
}
