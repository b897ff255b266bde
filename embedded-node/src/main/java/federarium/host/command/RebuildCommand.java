package federarium.host.command;

import federarium.data.ImageShape;
import federarium.host.Exhibit;
import federarium.host.Rebuild;
import federarium.host.Rebuilt;
import federarium.host.Rebuilt.Picture;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds the rows behind a node's update. */
@Command(name = "rebuild", description = "Rebuilds the rows behind a node's update of a kept run.")
final class RebuildCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private TargetOptions target;
    @Mixin private HomeOption home;

    enum From {
        update,
        gradient
    }

    @Option(
            names = "--from",
            paramLabel = "update|gradient",
            description =
                    "What the attacker has: the update as it was sent, or the gradient itself,"
                            + " before it was rounded into a model.")
    private From from = From.update;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description =
                    "Rebuilds N rows, of the node and then of others, each from the update that"
                            + " the node would have sent had that been its only one.")
    private @Nullable Integer rows;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "Draws a PNG: the originals above, what was rebuilt of them below.")
    private @Nullable Path image;

    @Override
    public Integer call() {
        if (rows != null && rows < 1) {
            throw new BadInputException("--rows: " + rows + " is too few; allowed: 1 or more");
        }
        try (RunStore store = home.open()) {
            Exhibit exhibit = target.exhibit(store);
            Rebuild rebuild = new Rebuild(exhibit);
            Rebuilt rebuilt =
                    rows != null
                            ? rebuild.fromSingleRows(rows)
                            : from == From.gradient
                                    ? rebuild.fromGradient(() -> false)
                                    : rebuild.fromUpdate(() -> false);
            target.write(rebuilt);
            if (image != null) {
                draw(image, exhibit.data().dataset().image(), rebuilt);
            }
            print(rebuilt);
        }
        return 0;
    }

    private void print(Rebuilt rebuilt) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "%s of %s in round %d, %s, %s, by %s"
                        .formatted(
                                rebuilt.seen(),
                                rebuilt.node(),
                                rebuilt.round(),
                                rows == null
                                        ? many(rebuilt.rows(), "row")
                                        : "each of one row of " + rebuilt.rows(),
                                many(rebuilt.steps(), "step"),
                                rebuilt.method()));
        if (rebuilt.logged() != null) {
            out.println(
                    rebuilt.logged()
                            ? "computed again; of exactly the length that the log tells"
                            : "computed again; the log tells of no update of this length");
        }
        if (rebuilt.epsilon() != null) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "ε of this one release: %.4f at δ %s",
                            rebuilt.epsilon(),
                            rebuilt.delta()));
        }
        Table table = new Table(1);
        table.add("row", "label", "guessed", "cosine", "largest error", "rmse");
        int row = 1;
        for (Picture each : rebuilt.pictures()) {
            table.add(
                    String.valueOf(row++),
                    String.valueOf(each.label()),
                    String.valueOf(each.guessed()),
                    figure(each.cosine()),
                    figure(each.error()),
                    figure(each.rmse()));
        }
        table.add("all, mean", "", "", figure(rebuilt.cosine()), "", "");
        table.add(
                "the mean of public rows",
                "",
                "",
                figure(rebuilt.meanImage().cosine()),
                "",
                figure(rebuilt.meanImage().rmse()));
        table.add(
                "from pure noise",
                "",
                "",
                figure(rebuilt.noise().cosine()),
                "",
                figure(rebuilt.noise().rmse()));
        table.print(out);
        out.println();
        Paragraph.print(out, rebuilt.meaning());
    }

    private static String figure(double value) {
        return Math.abs(value) < 1e-3 && value != 0
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void draw(Path file, @Nullable ImageShape shape, Rebuilt rebuilt) {
        if (shape == null) {
            throw new BadInputException(
                    "--image: rows of these data are no pictures; allowed: runs on digits or"
                            + " mnist");
        }
        try {
            Contact.sheet(shape, rebuilt.pictures()).write(file);
        } catch (IOException e) {
            throw new BadInputException(
                    "--image: cannot write " + file + "; allowed: a file in a folder that exists",
                    e);
        }
    }
}
