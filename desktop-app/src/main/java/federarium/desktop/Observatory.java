package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Pulse;
import federarium.desktop.feed.Sabotage;
import federarium.desktop.feed.Tempo;
import federarium.desktop.text.Moments;
import federarium.desktop.text.Refusal;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.bar.TopBar;
import federarium.desktop.view.charts.CreditsChart;
import federarium.desktop.view.charts.TrafficChart;
import federarium.desktop.view.evidence.EvidencePanel;
import federarium.desktop.view.help.HelpOverlay;
import federarium.desktop.view.inspector.Inspector;
import federarium.desktop.view.knobs.KnobPanel;
import federarium.desktop.view.lab.LabView;
import federarium.desktop.view.leaders.LeadersPanel;
import federarium.desktop.view.notice.Notice;
import federarium.desktop.view.notice.Offer;
import federarium.desktop.view.notice.Warnings;
import federarium.desktop.view.odds.OddsPanel;
import federarium.desktop.view.settings.SettingsPanel;
import federarium.desktop.view.stepper.StepStrip;
import federarium.desktop.view.topology.TopologyView;
import federarium.host.Federation;
import federarium.projection.FederationState.Status;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The window's content: it puts the views together and passes wishes on to the session. */
public final class Observatory {
    private final StackPane root = new StackPane();
    private final Session session;
    private final Pulse pulse;
    private final TopBar bar;
    private final KnobPanel knobs;
    private final TopologyView topology = new TopologyView();
    private final StepStrip steps = new StepStrip();
    private final Inspector inspector = new Inspector();
    private final OddsPanel odds = new OddsPanel(figures(), Platform::runLater);
    private final EvidencePanel evidence = new EvidencePanel(new Suspects());
    private final LeadersPanel leaders = new LeadersPanel(new Ranking());
    private final Panels panels = new Panels(inspector, evidence, leaders, odds);
    private final Beside beside = new Beside(evidence, leaders, odds);
    private final Charts charts = new Charts(odds, new TrafficChart(), new CreditsChart());
    private final Notice notice = new Notice();
    private final HelpOverlay help = new HelpOverlay(Keys.ALL);
    private final Offer offer = new Offer();
    private final Warnings warnings = new Warnings();
    private final SettingsPanel settings;
    private final LabView lab;
    private final Troubles troubles;
    private Appearance appearance;

    /**
     * @param worker where runs are started and stopped, one after the other
     */
    public Observatory(Runs runs, Executor worker, Appearance appearance) {
        this.appearance = appearance;
        Scenario first = runs.open(runs.names().getFirst());
        session = new Session(runs, worker, Platform::runLater, new Stagehand());
        pulse = new Pulse(session::newest, new Screen());
        lab = new LabView(new Laboratory(session, runs, figures(), Platform::runLater));
        Wishes wishes = new Wishes();
        knobs = new KnobPanel(first, wishes);
        settings = new SettingsPanel(wishes);
        Controls controls =
                new Controls(
                        session,
                        this::bar,
                        topology,
                        panels,
                        new Controls.Over(help, notice, settings, lab, beside),
                        () -> appearance(this.appearance.other()));
        bar = new TopBar(controls);
        troubles = new Troubles(notice, session, bar::scenario);
        List<TopBar.Choice> choices =
                runs.names().stream()
                        .map(name -> new TopBar.Choice(name, runs.open(name).title()))
                        .toList();
        bar.scenarios(choices);
        bar.scenario(first.name(), first.title());
        compose();
        connect(controls, wishes);
        dress();
    }

    /** Where figures are worked out that nobody waits for. */
    private static Executor figures() {
        return work -> Thread.ofPlatform().daemon().name("figures").priority(2).start(work);
    }

    private TopBar bar() {
        return bar;
    }

    /** What to put into a scene. */
    public Parent root() {
        return root;
    }

    /** Opens the first scenario and begins to follow it. */
    public void start(String scenario) {
        pulse.start();
        session.open(scenario);
        session.lookBack(this::offer);
    }

    private void offer(Runs.Interrupted run) {
        String when =
                Moments.of(
                        LocalDateTime.ofInstant(run.begun(), ZoneId.systemDefault()),
                        LocalDate.now());
        offer.show(
                "Interrupted at round %d of %d: %s"
                        .formatted(run.round(), run.rounds(), run.title()),
                "begun " + when,
                run.run(),
                new Notice.Way("Go on", () -> session.resume(run.run(), run.title())));
    }

    /** Stops following and stops the run. */
    public void close() {
        pulse.stop();
        session.close();
    }

    public Session session() {
        return session;
    }

    private void compose() {
        Centre centre =
                new Centre(
                        topology,
                        warnings,
                        List.of(
                                new Centre.Way("show-evidence", "Updates", evidence::toggle),
                                new Centre.Way("show-leaders", "Leaderboard", leaders::toggle),
                                new Centre.Way("show-lab", "Attack lab", lab::toggle)),
                        new Centre.Around(offer, beside, steps, settings, notice));
        Panes body = new Panes(centre, bar, inspector, knobs, charts, lab);
        root.setId("observatory");
        root.getStyleClass().add("observatory");
        root.getChildren().addAll(body, help);
        root.setMinSize(0, 0);
        root.widthProperty().addListener((_, _, _) -> body.fit(root.getWidth(), root.getHeight()));
        root.heightProperty().addListener((_, _, _) -> body.fit(root.getWidth(), root.getHeight()));
        bar.inspector(true);
    }

    private void connect(Controls controls, Wishes wishes) {
        topology.onHover(charts::highlight);
        evidence.onHover(charts::highlight);
        topology.onChoose(this::inspect);
        topology.onChange(wishes::befall);
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (Keys.arrowComesFirst(event)) {
                        Keys.handle(event, controls);
                    }
                });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> Keys.handle(event, controls));
        if (Platform.getPreferences().isReducedMotion()) {
            bar.reducedMotion(true);
        }
    }

    private void inspect(String node) {
        panels.inspect(node);
        lab.inspect(node);
        topology.chosen(node);
        bar.inspector(true);
    }

    private void dress() {
        appearance.wear();
        Palette palette = appearance.palette();
        topology.palette(palette);
        charts.palette(palette);
        help.palette(palette);
        panels.palette(palette);
        lab.palette(palette);
        knobs.labels().palette(palette);
        bar.dark(appearance == Appearance.DARK);
    }

    /** Light or dark. */
    public void appearance(Appearance next) {
        appearance = next;
        dress();
    }

    /** Shows frames in every view. */
    private final class Screen implements Pulse.Screen {
        @Override
        public void show(Frame frame, Tempo tempo) {
            topology.show(frame, tempo);
            steps.show(frame);
            charts.show(frame, session.ghosts());
            panels.show(frame);
            lab.show(frame);
            knobs.show(frame);
            bar.show(frame, session.playing());
            warnings.show(frame);
            if (frame.state().outcome().status() == Status.FAILED) {
                troubles.failed(frame);
            }
        }

        @Override
        public void move(long nanos) {
            topology.move(nanos);
        }
    }

    /** Sets the scene for a new run. */
    private final class Stagehand implements Audience {
        @Override
        public void opening(String title) {
            notice.show(title, "Dealing the rows to the nodes …", List.of());
        }

        @Override
        public void opened(Federation federation, Scenario scenario) {
            notice.hide();
            bar.scenario(scenario.name(), scenario.title());
            Observatory.this.show(scenario);
            inspector.open(scenario, federation.data(), federation::lastUpdate);
            lab.open(federation.data().dataset());
            topology.chosen(inspector.inspected());
            panels.look(inspector.inspected());
        }

        @Override
        public void refused(String sentence, boolean stillRunning) {
            Scenario before = session.scenario();
            if (before != null) {
                bar.scenario(before.name(), before.title());
                Observatory.this.show(before);
            }
            if (stillRunning && settings.refused(sentence)) {
                notice.hide();
            } else {
                troubles.refused(sentence, stillRunning);
            }
        }

        @Override
        public void unkept(String sentence) {
            troubles.unkept(sentence);
        }

        @Override
        public void brokeOff(String run, String sentence, boolean unkept) {
            lab.dismiss();
            troubles.brokeOff(run, sentence, unkept);
        }
    }

    /** What is asked of the settings. */
    private final class Wishes implements KnobPanel.Asks, SettingsPanel.Asks {
        @Override
        public void change(String key, String value) {
            session.change(key, value);
            show(session.scenario());
        }

        /** Several at once, from where there is no place beside it for a refusal. */
        void befall(Map<String, String> values) {
            attempt(() -> session.change(values));
        }

        @Override
        public void restart(Map<String, String> changes, String before) {
            session.restart(changes, before);
        }

        @Override
        public void more() {
            settings.open();
        }
    }

    /** Makes a change, and says why where it can't be. */
    private void attempt(Runnable change) {
        try {
            change.run();
            show(session.scenario());
        } catch (BadInputException e) {
            troubles.notAllowed(Refusal.words(e));
        }
    }

    /** What is asked about who lies. */
    private final class Suspects implements EvidencePanel.Asks {
        @Override
        public void look(String node) {
            inspect(node);
        }

        @Override
        public void sabotage() {
            attempt(session::sabotage);
        }

        @Override
        public @Nullable Sabotage reveal() {
            Sabotage revealed = session.reveal();
            show(session.scenario());
            return revealed;
        }
    }

    /** What is asked about who earns what. */
    private final class Ranking implements LeadersPanel.Asks {
        @Override
        public void look(String node) {
            inspect(node);
        }

        @Override
        public void change(String key, String value) {
            attempt(() -> session.change(key, value));
        }
    }

    private void show(@Nullable Scenario scenario) {
        if (scenario != null) {
            knobs.show(scenario);
            topology.show(scenario);
            steps.show(scenario);
            panels.show(scenario);
            bar.turn(Turn.of(scenario.mode()));
            charts.show(scenario);
            settings.show(scenario);
        }
    }
}
