package federarium.desktop.view.charts;

import federarium.desktop.text.Turn;
import federarium.desktop.theme.Contrast;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.event.FederationEvent.SettingChanged;
import federarium.projection.FederationState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Numbered flags where settings were changed in mid-run, one for all that changed at once. */
final class Flags {
    private Flags() {}

    static void draw(GraphicsContext g, Palette palette, Plot plot, List<SettingChanged> changes) {
        List<Integer> rounds = rounds(changes);
        for (int i = 0; i < rounds.size(); i++) {
            double x = Math.round(plot.x(rounds.get(i))) + 0.5;
            g.setStroke(palette.muted());
            g.setLineWidth(1);
            g.setLineDashes(3, 3);
            g.strokeLine(x, plot.top() - 4, x, plot.bottom());
            g.setLineDashes();
            g.setFill(palette.muted());
            g.fillRoundRect(x - 0.5, plot.top() - 13, 17, 14, 4, 4);
            g.setFill(Contrast.textOn(palette.muted()));
            g.setFont(Fonts.strong(10));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(Integer.toString(i + 1), x + 8, plot.top() - 6);
        }
    }

    private static List<Integer> rounds(List<SettingChanged> changes) {
        return changes.stream().map(SettingChanged::round).distinct().toList();
    }

    /** The newest flag in words, for beside the title. */
    static String remark(FederationState state, Turn turn) {
        List<Integer> rounds = rounds(state.changes());
        return rounds.isEmpty()
                ? ""
                : "⚑ %d  %s from %s %d"
                        .formatted(
                                rounds.size(),
                                of(state, rounds.getLast()),
                                turn.word(),
                                rounds.getLast());
    }

    /** What changed at that round, as the end of a title. */
    static String at(FederationState state, int round) {
        String words = of(state, round);
        return words.isEmpty() ? "" : ": " + words;
    }

    /** What changed at that round. */
    static String of(FederationState state, int round) {
        return state.changes().stream()
                .filter(change -> change.round() == round)
                .map(Flags::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(SettingChanged change) {
        String value = change.value().replaceAll("^\\[|]$", "");
        return switch (change.key()) {
            case "attack" -> "an attack, sealed";
            case "attack.kind" -> value.equals("none") ? "no attack" : "attack " + value;
            case "attack.clients" -> "hostile " + value;
            case "attack.from" -> value.equals("1") ? "" : "attack from " + value;
            case "nodes.dropped" -> value.isEmpty() ? "nobody dropped" : "dropped " + value;
            default ->
                    value.isEmpty() ? "no " + name(change.key()) : name(change.key()) + " " + value;
        };
    }

    /** The last part of a key as words: {@code training.localEpochs} is "local epochs". */
    static String name(String key) {
        if (key.equals("cohort.fraction")) {
            return "client fraction";
        }
        String last = key.substring(key.lastIndexOf('.') + 1);
        return last.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
