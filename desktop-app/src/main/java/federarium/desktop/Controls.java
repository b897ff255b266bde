package federarium.desktop;

import federarium.desktop.view.bar.TopBar;
import federarium.desktop.view.help.HelpOverlay;
import federarium.desktop.view.lab.LabView;
import federarium.desktop.view.notice.Notice;
import federarium.desktop.view.settings.SettingsPanel;
import federarium.desktop.view.topology.TopologyView;
import java.util.function.Supplier;

/** What the bar and the keys ask for. */
final class Controls implements TopBar.Asks, Keys.Actions {
    private final Session session;
    private final Supplier<TopBar> bar;
    private final TopologyView topology;
    private final Panels panels;
    private final Over over;
    private final Runnable otherTheme;

    /** What can lie over or beside the rest, in the order in which it is put away. */
    record Over(
            HelpOverlay help, Notice notice, SettingsPanel settings, LabView lab, Beside beside) {}

    Controls(
            Session session,
            Supplier<TopBar> bar,
            TopologyView topology,
            Panels panels,
            Over over,
            Runnable otherTheme) {
        this.session = session;
        this.bar = bar;
        this.topology = topology;
        this.panels = panels;
        this.over = over;
        this.otherTheme = otherTheme;
    }

    private void refresh() {
        bar.get().show(session.newest(), session.playing());
    }

    @Override
    public void scenario(String name) {
        session.open(name);
    }

    @Override
    public void playOrPause() {
        session.playOrPause();
        refresh();
    }

    @Override
    public void step() {
        session.step();
        refresh();
    }

    @Override
    public void round() {
        session.round();
        refresh();
    }

    @Override
    public void reset() {
        session.reset();
    }

    @Override
    public void speed(double factor) {
        session.speed(factor);
        topology.speed(factor);
    }

    @Override
    public void reduceMotion(boolean reduced) {
        topology.reduceMotion(reduced);
    }

    @Override
    public void theme() {
        otherTheme.run();
    }

    @Override
    public void inspector(boolean shown) {
        panels.inspector().setVisible(shown);
        panels.inspector().setManaged(shown);
    }

    @Override
    public void help() {
        over.help.setVisible(!over.help.isVisible());
    }

    @Override
    public void inspector() {
        bar.get().inspector(!panels.inspector().isVisible());
    }

    @Override
    public void odds() {
        panels.odds().toggle();
    }

    @Override
    public void leaders() {
        panels.leaders().toggle();
    }

    @Override
    public void lab() {
        over.lab.toggle();
    }

    @Override
    public void evidence() {
        panels.evidence().toggle();
    }

    @Override
    public void escape() {
        if (over.help.isVisible()) {
            over.help.setVisible(false);
        } else if (!over.notice.dismiss()
                && !over.settings.dismiss()
                && !over.lab.dismiss()
                && !over.beside.dismiss()) {
            panels.inspect(null);
            topology.chosen(null);
        }
    }
}
