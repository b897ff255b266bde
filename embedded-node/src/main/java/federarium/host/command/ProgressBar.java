package federarium.host.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on standard error that moves, where that is a terminal; silent elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean shown;
    private int longest;

    ProgressBar(PrintWriter out, boolean quiet) {
        Console console = System.console();
        this.out = out;
        this.shown = !quiet && console != null && console.isTerminal();
    }

    synchronized void show(int done, int total, String words) {
        if (shown) {
            int filled = (int) ((long) WIDTH * done / Math.max(1, total));
            String line =
                    String.format(
                            Locale.ROOT,
                            "%s%s %d of %d  %s",
                            "█".repeat(filled),
                            "░".repeat(WIDTH - filled),
                            done,
                            total,
                            words);
            longest = Math.max(longest, line.length());
            out.print("\r" + line + " ".repeat(longest - line.length()));
            out.flush();
        }
    }

    /** Wipes the line. */
    synchronized void end() {
        if (shown && longest > 0) {
            out.print("\r" + " ".repeat(longest) + "\r");
            out.flush();
        }
    }
}
