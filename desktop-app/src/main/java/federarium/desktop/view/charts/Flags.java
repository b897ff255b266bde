package federarium.desktop.view.charts;

import federarium.desktop.text.Turn;
import federarium.desktop.theme.Contrast;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.event.FederationEvent.SettingChanged;
import federarium.projection.FederationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Numbered flags where a setting was changed in mid-run. */
final class Flags {
    private Flags() {}

    static void draw(GraphicsContext g, Palette palette, Plot plot, List<SettingChanged> changes) {
        for (int i = 0; i < changes.size(); i++) {
            double x = Math.round(plot.x(changes.get(i).round())) + 0.5;
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

    /** The newest flag in words, for beside the title. */
    static String remark(FederationState state, Turn turn) {
        int last = state.changes().size();
        if (last == 0) {
            return "";
        }
        SettingChanged change = state.changes().get(last - 1);
        return "⚑ %d  %s from %s %d".formatted(last, words(change), turn.word(), change.round());
    }

    /** What changed at that round, as the end of a title. */
    static String at(FederationState state, int round) {
        String words = of(state, round);
        return words.isEmpty() ? "" : ": " + words;
    }

    /** What changed at that round. */
    static String of(FederationState state, int round) {
        List<String> words = new ArrayList<>();
        for (SettingChanged change : state.changes()) {
            if (change.round() == round) {
                words.add(words(change));
            }
        }
        return words.stream().collect(Collectors.joining(", "));
    }

    private static String words(SettingChanged change) {
        String value = change.value().replaceAll("^\\[|]$", "");
        String nothing = change.key().equals("nodes.dropped") ? "nobody " : "no ";
        return value.isEmpty() ? nothing + name(change.key()) : name(change.key()) + " " + value;
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
