package federarium.host.command;

import federarium.host.Betrayal;
import federarium.host.Betrayal.Bound;
import federarium.host.Membership;
import federarium.host.Membership.View;
import federarium.persistence.RunStore;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Guesses which rows a node has trained on. */
@Command(
        name = "membership",
        description = "Guesses by the model's loss which rows a node of a kept run trained on.")
final class MembershipCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private TargetOptions target;
    @Mixin private HomeOption home;

    enum Seen {
        released,
        update
    }

    @Option(
            names = "--view",
            paramLabel = "released|update",
            description =
                    "What the attacker has: the model after the round, as all have it, or the"
                            + " node's own, as the coordinator sees it.")
    private Seen view = Seen.released;

    @Override
    public Integer call() {
        try (RunStore store = home.open()) {
            Betrayal betrayal =
                    new Membership(target.exhibit(store))
                            .attack(view == Seen.released ? View.RELEASED : View.UPDATE);
            target.write(betrayal);
            print(betrayal);
        }
        return 0;
    }

    private void print(Betrayal betrayal) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s, round %d: %d rows that %s trained on, %d that %s held out",
                        view == Seen.released
                                ? "the released model"
                                : "%s's own model".formatted(betrayal.node()),
                        betrayal.round(),
                        betrayal.attack().members(),
                        betrayal.node(),
                        betrayal.attack().others(),
                        betrayal.others().equals("own") ? "it" : "all nodes"));
        Table table = new Table(1);
        table.add("a loss up to %.4f is taken for in".formatted(betrayal.attack().threshold()), "");
        table.add("right of those that were in", ResultTable.percent(betrayal.attack().found()));
        table.add("wrong of the others", ResultTable.percent(betrayal.attack().mistaken()));
        table.add("advantage", figure(betrayal.advantage()));
        table.add("95 % interval", figure(betrayal.low()) + " to " + figure(betrayal.high()));
        table.add("area under the curve", figure(betrayal.attack().auc()));
        Bound bound = betrayal.bound();
        if (bound != null) {
            table.add("best against this noise, δ(0)", figure(bound.best()));
            table.add(
                    "ceiling at ε %.4f, δ %s".formatted(bound.epsilon(), bound.delta()),
                    figure(bound.ceiling()));
        }
        table.print(out);
        out.println();
        Paragraph.print(out, meaning(betrayal));
    }

    private static String meaning(Betrayal betrayal) {
        String guess =
                betrayal.low() > 0
                        ? "Whoever has this model tells rows that were in from others better than"
                                + " by chance."
                        : "By its losses nobody tells rows that were in from others: no better than"
                                + " by chance.";
        Bound bound = betrayal.bound();
        return bound == null
                ? guess + " No bound: " + betrayal.noBound() + "."
                : guess
                        + " Whatever the attack, its advantage on a %s stays below %s."
                                .formatted(bound.unit(), figure(bound.best()));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
