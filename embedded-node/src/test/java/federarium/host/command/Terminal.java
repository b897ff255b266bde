package federarium.host.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command line with its output caught. */
final class Terminal {
    private final List<String> home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A terminal whose commands keep their runs in a folder. */
    Terminal(java.nio.file.Path home) {
        this.home = List.of("--home", home.toString());
    }

    /** Types a command and returns its exit code; {@code --home} is added. */
    int type(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(home);
        return typeOnly(all.toArray(String[]::new));
    }

    int typeOnly(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Federarium.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
    }

    String out() {
        return out.toString().strip();
    }

    String err() {
        return err.toString().strip();
    }

    /** The ids that {@code runs} lists, newest first. */
    List<String> runs() {
        type("runs");
        return out().lines().map(line -> line.split(" ")[0]).toList();
    }
}
