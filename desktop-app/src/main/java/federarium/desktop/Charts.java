package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.charts.AccuracyChart;
import federarium.desktop.view.charts.CreditsChart;
import federarium.desktop.view.charts.EpsilonChart;
import federarium.desktop.view.charts.Totals;
import federarium.desktop.view.charts.TrafficChart;
import federarium.desktop.view.odds.OddsPanel;
import federarium.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read by round: the charts, and the odds of their epsilon. */
record Charts(
        AccuracyChart accuracy,
        EpsilonChart epsilon,
        TrafficChart traffic,
        CreditsChart credits,
        Totals totals,
        OddsPanel odds) {

    Charts(OddsPanel odds, TrafficChart traffic, CreditsChart credits) {
        this(
                new AccuracyChart(),
                new EpsilonChart(),
                traffic,
                credits,
                new Totals(traffic, credits),
                odds);
    }

    Charts {
        accuracy.onCursor(this::cursor);
        epsilon.onCursor(this::cursor);
        traffic.onCursor(this::cursor);
        credits.onCursor(this::cursor);
        epsilon.onOdds(odds::toggle);
    }

    private void cursor(int round) {
        accuracy.cursor(round);
        epsilon.cursor(round);
        traffic.cursor(round);
        credits.cursor(round);
        odds.cursor(round);
    }

    /** Lights the lines of a node, or of none. */
    void highlight(@Nullable String node) {
        accuracy.highlight(node);
        credits.highlight(node);
    }

    void palette(Palette palette) {
        accuracy.palette(palette);
        epsilon.palette(palette);
        traffic.palette(palette);
        credits.palette(palette);
    }

    void show(Scenario scenario) {
        Turn turn = Turn.of(scenario.mode());
        accuracy.turn(turn);
        epsilon.turn(turn);
        epsilon.show(scenario);
        traffic.turn(turn);
        credits.turn(turn);
    }

    void show(Frame frame, List<Ghost> ghosts) {
        accuracy.show(frame, ghosts);
        epsilon.show(frame);
        traffic.show(frame);
        credits.show(frame);
        totals.refresh();
    }
}
