package federarium.host.command;

import federarium.host.Json;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Accountant.Method;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.privacy.accounting.Odds;
import federarium.scenario.BadInputException;
import federarium.scenario.Decimals;
import federarium.scenario.Kind;
import federarium.scenario.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what steps of noised sums tell, by each way of adding them up. */
@Command(
        name = "epsilon",
        description = "Says what a number of noised steps tell about a record or a client.")
final class EpsilonCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--noise",
            paramLabel = "σ",
            required = true,
            description = "Noise multiplier: its standard deviation over the clip norm.")
    private String noise;

    @Option(
            names = "--rate",
            paramLabel = "q",
            required = true,
            description = "The chance of each record or client to be in a step (Poisson).")
    private String rate;

    @Option(names = "--steps", paramLabel = "T", required = true, description = "Steps in all.")
    private String steps;

    @Option(
            names = "--delta",
            paramLabel = "δ",
            required = true,
            description = "The chance with which ε need not hold.")
    private String delta;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
    private @Nullable Path json;

    /**
     * What {@code --json} writes; an ε that nothing bounds is null.
     *
     * @param odds the ceiling at the PLD's ε
     * @param best the best guesser's odds against this noise
     */
    private record Figures(
            @Nullable Double naive,
            @Nullable Double rdp,
            @Nullable Double pld,
            double odds,
            double best,
            String sentence) {}

    @Override
    public Integer call() {
        Charge charge =
                new Charge(
                        number("--noise", noise, 0, true, 1e6), number("--rate", rate, 0, true, 1));
        long count = (long) number("--steps", steps, new Kind.Whole(0, 1_000_000_000));
        double failure = number("--delta", delta, 0, false, 1);
        Ledger ledger = Ledger.EMPTY.plus(charge, count);
        Accountant accountant = new Accountant();
        Odds odds = accountant.odds(ledger, failure, Method.PLD);
        String sentence = odds.sentence("record or client");
        Figures figures =
                new Figures(
                        finite(accountant.epsilon(ledger, failure, Method.NAIVE)),
                        finite(accountant.epsilon(ledger, failure, Method.RDP)),
                        finite(accountant.epsilon(ledger, failure, Method.PLD)),
                        odds.ceiling(),
                        odds.best(),
                        sentence);
        if (json != null) {
            write(json, figures);
        }
        print(figures, charge, accountant.rdp(ledger).epsilon(failure).order());
        return 0;
    }

    private void print(Figures figures, Charge charge, double order) {
        PrintWriter out = spec.commandLine().getOut();
        String best = Double.isNaN(order) ? "" : ", best at order " + Decimals.plain(order);
        Table table = new Table(2);
        table.add("naive", "each step's ε at its even share of δ, added", text(figures.naive()));
        table.add("RDP", "Rényi divergences, added" + best, text(figures.rdp()));
        table.add("PLD", "privacy loss distributions, convolved", text(figures.pld()));
        out.println("ε at δ = " + delta + " after " + steps + " steps");
        table.print(out);
        out.println();
        Paragraph.print(out, figures.sentence());
        if (charge.rate() > 0 && charge.rate() < 1) {
            out.println();
            Paragraph.print(
                    out,
                    "A rate below 1 counts on Poisson sampling, and on an observer who does not"
                            + " learn who was in a step. For samples of a fixed size, or against"
                            + " the coordinator, take 1.");
        }
    }

    private static double number(
            String option, String text, double min, boolean minIncluded, double max) {
        return number(option, text, new Kind.Real(min, minIncluded, max));
    }

    private static double number(String option, String text, Kind kind) {
        if (!kind.accepts(Value.scalar(text))) {
            throw new BadInputException(
                    option + ": '" + text + "' does not fit; allowed: " + kind.allowed());
        }
        return Double.parseDouble(text);
    }

    private static @Nullable Double finite(double epsilon) {
        return Double.isInfinite(epsilon) ? null : epsilon;
    }

    private static String text(@Nullable Double epsilon) {
        return epsilon == null ? "∞" : String.format(Locale.ROOT, "%.4f", epsilon);
    }

    private static void write(Path file, Figures figures) {
        try {
            Files.writeString(file, Json.write(figures) + "\n");
        } catch (IOException e) {
            throw new BadInputException(
                    "--json: cannot write " + file + "; allowed: a file in a folder that exists",
                    e);
        }
    }
}
