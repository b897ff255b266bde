package federarium.host.command;

import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;

/** Who sees what in a scenario, in words. */
final class WhoSeesWhat {
    private WhoSeesWhat() {}

    static String of(Scenario scenario) {
        return "Who sees what: the rows stay with their node. Every round the coordinator sees "
                + update(scenario.privacy())
                + (scenario.personal() instanceof PersonalSpec.FedPer
                        ? " Under FedPer the last layers never leave their node."
                        : "")
                + beside(scenario.aggregation().rule());
    }

    private static String update(Privacy privacy) {
        String plain =
                "each node's update as it was sent, its training loss and its number of examples;"
                        + " the nodes see the global model.";
        String promise =
                " The promise is of ε and δ, about one %s; losses, accuracies, label counts and"
                        + " numbers of examples are outside of it.";
        return switch (privacy.mechanism()) {
            case NONE ->
                    plain
                            + " Nothing is noised, masked or encrypted, so the coordinator could"
                            + " try to rebuild rows from an update.";
            case CENTRAL ->
                    plain
                            + " It is trusted to cut the updates to the clip norm, to add noise to"
                            + " their sum, and to keep them to itself: what the noise hides is"
                            + " hidden from those who see its models, not from the coordinator."
                            + promise.formatted("client");
            case LOCAL ->
                    plain
                            + " Each update was cut and noised by its node before it left, so"
                            + " nobody else needs to be trusted with it."
                            + promise.formatted("client");
            case DP_SGD ->
                    plain
                            + " Each node cut and noised the gradients of its own steps, so"
                            + " that its update tells little of any single row; it may tell much"
                            + " of what the node's rows have in common."
                            + promise.formatted("record");
        };
    }

    private static String beside(Rule rule) {
        return switch (rule) {
            case Rule.FlTrust _ ->
                    " FLTrust needs rows at the coordinator: it holds a copy of 100 of the nodes'"
                            + " training rows.";
            case Rule.QFedAvg _ ->
                    " Under q-FedAvg it also sees the global model's loss on each node's rows.";
            case Rule.Scaffold _ -> " Under SCAFFOLD it also sees each node's control variate.";
            default -> "";
        };
    }
}
