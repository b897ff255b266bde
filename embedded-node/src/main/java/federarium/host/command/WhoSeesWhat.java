package federarium.host.command;

import federarium.coordinator.Sights;
import federarium.event.PrivacyEvent.Sight;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import java.util.Locale;

/** Who sees what in a scenario, in words. */
final class WhoSeesWhat {
    private WhoSeesWhat() {}

    static String of(Scenario scenario) {
        StringBuilder words = new StringBuilder("Who sees what: the rows stay with their node. ");
        words.append(
                switch (scenario.topology()) {
                    case Topology.Star _ -> star(scenario);
                    case Topology.Hierarchical _ -> edges();
                    case Topology.Peers _ -> peers();
                });
        if (scenario.personal() instanceof PersonalSpec.FedPer) {
            words.append(" Under FedPer the last layers never leave their node.");
        }
        return words.append(beside(scenario.aggregation().rule())).toString();
    }

    /** Each kind of message, and what it shows to whom. */
    static Table messages(Scenario scenario) {
        Table table = new Table(4);
        table.add("message", "the coordinator sees", "another node", "an eavesdropper *");
        for (Sight sight : Sights.of(scenario)) {
            table.add(sight.message(), sight.coordinator(), sight.peer(), sight.eavesdropper());
        }
        return table;
    }

    private static String star(Scenario scenario) {
        return switch (scenario.concealment()) {
            case NONE -> update(scenario.privacy());
            case MASKS -> masked(scenario.privacy());
            case BFV, PAILLIER -> encrypted(scenario.privacy());
        };
    }

    private static String edges() {
        return "Every round an edge aggregator sees the updates of its nodes as they were sent."
                + " The coordinator sees the model that an edge made of them, which of an edge"
                + " with one node is that node's own, beside every node's training loss and"
                + " number of examples; a node sees the model that it is sent. Nothing is noised,"
                + " masked or encrypted, so an edge could try to rebuild rows from an update.";
    }

    private static String peers() {
        return "There is no coordinator. Every round a node sends its model to its neighbours, who"
                + " see it as it is; whoever runs the federation is told training losses,"
                + " accuracies and numbers of examples. Nothing is noised, masked or encrypted,"
                + " so a neighbour could try to rebuild rows from how a model changes.";
    }

    private static String update(Privacy privacy) {
        String plain =
                "Every round the coordinator sees each node's update as it was sent, its training"
                        + " loss and its number of examples; the nodes see the global model.";
        return plain
                + switch (privacy.mechanism()) {
                    case NONE ->
                            " Nothing is noised, masked or encrypted, so the coordinator could try"
                                    + " to rebuild rows from an update.";
                    case CENTRAL ->
                            " It is trusted to cut the updates to the clip norm, to add noise to"
                                    + " their sum, and to keep them to itself: what the noise hides"
                                    + " is hidden from those who see its models, not from the"
                                    + " coordinator.";
                    case LOCAL, DISTRIBUTED, DP_SGD -> ofTheNode(privacy);
                }
                + promise(privacy);
    }

    private static String masked(Privacy privacy) {
        return "Every round the coordinator sees masked updates, each like random numbers, and once"
                + " enough nodes help to take the masks away, the sum of them: never a single"
                + " one. It is trusted to show everybody the same list of nodes, which they"
                + " sign, and not to make nodes up; too few that come, and nothing is opened."
                + switch (privacy.mechanism()) {
                    case NONE ->
                            " The sum, and every model, are as they are: what they tell about a"
                                    + " node is hidden by nothing but the others' updates.";
                    case CENTRAL ->
                            " Each node cuts its update, the coordinator is trusted to add noise to"
                                    + " the sum.";
                    case DISTRIBUTED ->
                            " Each node cuts its update and adds a share of the noise, so that the"
                                    + " sum has enough when the coordinator first sees it; nodes"
                                    + " that tell it their shares take as much away.";
                    case LOCAL, DP_SGD -> ofTheNode(privacy);
                }
                + promise(privacy);
    }

    private static String encrypted(Privacy privacy) {
        return "The nodes share a key that the coordinator does not have. Every round it adds"
                + " ciphertexts and sends their sum to all nodes, who decrypt it and apply the"
                + " rule themselves: after the first round it knows no model, only what the"
                + " nodes report of its accuracy. The nodes see the sum, but whoever has the key"
                + " reads every ciphertext that it gets hold of: the coordinator and one node"
                + " together see every update. Teaching grade: not reviewed, not constant in"
                + " time."
                + (privacy.isNone() ? "" : ofTheNode(privacy))
                + promise(privacy);
    }

    private static String ofTheNode(Privacy privacy) {
        return privacy.mechanism() == Privacy.Mechanism.LOCAL
                ? " Each update was cut and noised by its node before it left, so nobody else needs"
                        + " to be trusted with it."
                : " Each node cut and noised the gradients of its own steps, so that its update"
                        + " tells little of any single row; it may tell much of what the node's"
                        + " rows have in common.";
    }

    private static String promise(Privacy privacy) {
        return privacy.isNone()
                ? ""
                : " The promise is of ε and δ, about one %s; losses, accuracies, label counts and numbers of examples are outside of it."
                        .formatted(privacy.mechanism().unit().name().toLowerCase(Locale.ROOT));
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
