package federarium.desktop.view.odds;

import federarium.desktop.text.Figures;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.scenario.Concealment;
import federarium.scenario.Decimals;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import java.util.ArrayList;
import java.util.List;

/** What a mechanism promises, to whom, and what it does not, in words. */
final class Promise {
    private static final String OUTSIDE =
            "only the released models; label counts, accuracies and losses of nodes, and credits"
                    + " tell more";

    private static final String SEEDED =
            "from the run's seed, as nodes are simulated; whoever knows it can take it off";
    private static final String SECURE = "from the system's secure source";

    private Promise() {}

    /** A line of the panel. */
    record Line(String name, String words) {}

    /** Who is hidden, as a word in a sentence. */
    static String unit(Privacy privacy) {
        return privacy.mechanism() == Mechanism.DP_SGD ? "record" : "client";
    }

    /** Of what is promised, and of what the coordinator sees. */
    static List<Line> lines(Privacy privacy, Concealment concealment, Account account) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Whose", account.whose()));
        lines.add(new Line("Spent", spent(privacy, account)));
        lines.add(new Line("δ", Decimals.plain(privacy.delta()) + ", the chance that ε fails"));
        lines.add(new Line("Hidden", hidden(privacy.mechanism())));
        lines.add(new Line("Trusted", trusted(privacy.mechanism(), concealment)));
        PrivacySpent last = account.last();
        if (last != null) {
            boolean seeded = last.noiseSource().equals("seeded");
            lines.add(new Line("Noise", seeded ? SEEDED : SECURE));
            if (!seeded) {
                lines.add(new Line("Covered", OUTSIDE));
            }
        }
        return lines;
    }

    private static String spent(Privacy privacy, Account account) {
        Double budget = privacy.budget();
        String spent = "ε " + Figures.measure(account.epsilon());
        return budget == null ? spent + ", no budget" : spent + " of " + Figures.measure(budget);
    }

    private static String hidden(Mechanism mechanism) {
        return mechanism == Mechanism.DP_SGD
                ? "whether one record of the node was used"
                : "whether one client took part, with all its rows";
    }

    private static String trusted(Mechanism mechanism, Concealment concealment) {
        return switch (mechanism) {
            case NONE -> "everybody";
            case CENTRAL ->
                    concealment == Concealment.NONE
                            ? "the coordinator: it sees every update"
                            : "the coordinator: it sees the sum before the noise";
            case DISTRIBUTED -> "the other nodes: that enough add their share of the noise";
            case LOCAL -> "nobody but the node itself";
            case DP_SGD -> "nobody but the node that holds the record";
        };
    }
}
