package federarium.desktop.view.knobs;

import federarium.desktop.text.Figures;
import federarium.scenario.Mode;
import federarium.scenario.Scenario;

/** What the share of the nodes means in a scenario: of a round's, of those at work, or awake. */
record Turnout(Scenario scenario) {

    String name() {
        return switch (scenario.mode()) {
            case Mode.Synchronous _ -> "Client fraction";
            case Mode.FedAsync _, Mode.FedBuff _ -> "At work at once";
            case Mode.Gossip _ -> "Awake in a round";
        };
    }

    String meaning() {
        return switch (scenario.mode()) {
            case Mode.Synchronous _ ->
                    "Share of the nodes in a round. Acts from the next round on.";
            case Mode.FedAsync _, Mode.FedBuff _ ->
                    "Share of the nodes that train at the same time (client fraction). A place"
                            + " that gets free is filled by a draw among the idle. Acts from the"
                            + " next version on.";
            case Mode.Gossip _ ->
                    "Share of the nodes that wake in a round (client fraction), train, and mix"
                            + " with those neighbours that are awake too; the others keep their"
                            + " models. Acts from the next round on.";
        };
    }

    /** That share of so many nodes, in words. */
    String amountsTo(double fraction, int nodes) {
        long some = Math.max(1, (long) Math.ceil(fraction * nodes - 1e-9));
        String share =
                (scenario.cohort().poisson() ? "about " : "")
                        + Figures.count(some)
                        + " of "
                        + Figures.many(nodes, "node");
        return switch (scenario.mode()) {
            case Mode.Synchronous _ -> share + " a round";
            case Mode.FedAsync _ -> share + "; each arrival makes a version";
            case Mode.FedBuff buff ->
                    "%s; %s a version".formatted(share, Figures.many(buff.bufferSize(), "arrival"));
            case Mode.Gossip _ -> share + " a round";
        };
    }
}
