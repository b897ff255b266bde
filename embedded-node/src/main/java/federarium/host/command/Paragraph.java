package federarium.host.command;

import java.io.PrintWriter;

/** Text broken at spaces, for terminals. */
final class Paragraph {
    private static final int WIDTH = 78;

    private Paragraph() {}

    static void print(PrintWriter out, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.println(line);
    }
}
