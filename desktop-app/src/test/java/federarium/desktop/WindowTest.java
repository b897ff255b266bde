package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.Step;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over the real engine, as a person drives it. */
@NullUnmarked
class WindowTest {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 900;

    @TempDir Path home;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private RecordingRuns runs;
    private Observatory window;
    private Stage stage;
    private boolean closed;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        runs = new RecordingRuns(new EngineRuns(home, 2));
        FxToolkit.setupFixture(this::show);
        until(() -> frame().ready() && frame().paused());
    }

    private void show() {
        Fonts.load();
        window = new Observatory(runs, worker, Appearance.LIGHT);
        Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
        scene.getStylesheets().add(Appearance.sheet());
        stage.setScene(scene);
        stage.show();
        window.start("digits");
    }

    @AfterEach
    void close() throws InterruptedException {
        if (!closed) {
            closed = true;
            robot.interact(window::close);
            robot.interact(stage::hide);
            worker.shutdown();
            assertTrue(worker.awaitTermination(30, TimeUnit.SECONDS), "runs did not stop");
        }
    }

    @Test
    void opensReadyAndPausedOnDigits() {
        settle();
        assertEquals("Round 0 of 50", text("#round-label"));
        assertEquals(8, frame().state().nodes().size());
        assertNotNull(node("#node-c08"));
        assertTrue(text("#step-sentence").contains("Press play"), text("#step-sentence"));
        assertFalse(node("#play").isDisabled());
        assertFalse(node("#notice").isVisible());
    }

    @Test
    void playsToRoundThreeAndPauses() {
        robot.clickOn("#speed-5");
        robot.clickOn("#play");
        until(() -> frame().state().points().size() > 3);
        until(() -> text("#round-label").matches("Round ([3-9]|\\d\\d) of 50"));
        robot.clickOn("#play");
        until(() -> frame().paused());
        int events = runs.log().size();
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(events, runs.log().size());
        until(() -> "Play".equals(node("#play").getAccessibleText()));
    }

    @Test
    void spacePlaysAndPauses() {
        robot.clickOn("#round-label");
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> !frame().paused());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> frame().paused());
    }

    @Test
    void arrowAdvancesOneStepAndWithShiftTheRound() {
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> frame().next() == Step.TRAIN);
        assertEquals(Step.CHOOSE_AND_SEND, frame().step());
        until(() -> text("#step-sentence").equals("8 of 8 nodes chosen; 9.6 kB went to each."));
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        until(() -> frame().next() == Step.CHOOSE_AND_SEND && frame().round() == 1);
        until(() -> text("#step-sentence").startsWith("Accuracy "));
    }

    @Test
    void clickedNodeTellsWhatStaysAndWhatLeaves() {
        assertTrue(node("#inspector-empty").isVisible());
        robot.clickOn("#round-step");
        until(() -> frame().state().points().size() == 2 && frame().paused());
        settle();
        robot.clickOn("#node-c03");
        until(() -> text("#inspector-name").equals("c03"));
        settle();
        assertFalse(robot.lookup("#samples .sample").queryAll().isEmpty());
        List<String> figures =
                robot.lookup("#inspector-leaves .label").queryAll().stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
        assertTrue(
                figures.containsAll(List.of("Parameters", "2,410", "9.6 kB")), figures.toString());
        assertTrue(text("#inspector-sees").contains("whole update"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        settle();
        assertTrue(node("#inspector-empty").isVisible());
    }

    @Test
    void switchesToAnotherScenario() {
        ComboBox<?> picker = (ComboBox<?>) node("#scenario");
        robot.interact(() -> picker.getSelectionModel().select(2));
        until(() ->
                frame().state().run() != null
                        && frame().state().run().scenario().equals("hospital"));
        until(() -> frame().ready());
        settle();
        assertEquals("Round 0 of 30", text("#round-label"));
        assertTrue(node("#knob-nodes-field").isDisabled());
        assertTrue(text("#knob-nodes-note").contains("whose row is whose"));
    }

    @Test
    void turnedKnobActsFromTheNextRoundOn() {
        robot.clickOn("#speed-5");
        robot.clickOn("#play");
        until(() -> frame().state().points().size() > 2);
        type("#knob-rate-field", "0.3");
        until(() -> change() != null);
        SettingChanged change = change();
        assertEquals("training.learningRate", change.key());
        assertEquals("0.3", change.value());
        until(() -> frame().round() > change.round());
        List<FederationEvent> log = runs.log();
        int at = log.indexOf(change);
        assertTrue(
                log.subList(0, at).stream()
                        .filter(RoundStarted.class::isInstance)
                        .allMatch(event -> event.round() < change.round()));
        RoundStarted next =
                (RoundStarted)
                        log.subList(at, log.size()).stream()
                                .filter(RoundStarted.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertEquals(change.round(), next.round());
        until(() -> text("#accuracy-chart-remark").contains("learning rate 0.3"));
    }

    @Test
    void draggedKnobIsReportedOnceItRests() {
        robot.clickOn("#knob-epochs-slider");
        until(() ->
                robot.lookup("#knob-epochs-field")
                        .queryTextInputControl()
                        .getText()
                        .matches("\\d\\d"));
        robot.clickOn("#round-step");
        until(() -> change() != null);
        assertEquals(1, runs.log().stream().filter(SettingChanged.class::isInstance).count());
        assertEquals("training.localEpochs", change().key());
    }

    @Test
    void refusedValueSaysWhyInItsPlace() {
        type("#knob-rate-field", "-1");
        until(() -> node("#knob-rate-note").isVisible());
        assertTrue(text("#knob-rate-note").contains("allowed"), text("#knob-rate-note"));
        type("#knob-rate-field", "much");
        until(() -> text("#knob-rate-note").contains("no number"));
        assertFalse(node("#notice").isVisible());
    }

    @Test
    void otherSeedStartsOverAndLeavesTheOldCurve() {
        robot.clickOn("#round-step");
        until(() -> frame().state().points().size() == 2 && frame().paused());
        robot.clickOn("#next-seed");
        until(() -> runs.started() == 2 && frame().ready() && frame().state().points().size() == 1);
        until(() -> window.session().ghosts().size() == 1);
        assertEquals("seed 1", window.session().ghosts().getFirst().name());
        assertEquals(2, frame().state().run().seed());
        until(() -> node("#accuracy-canvas").getAccessibleText().contains("before: seed 1"));
    }

    @Test
    void homeStartsOver() {
        robot.clickOn("#round-step");
        until(() -> frame().state().points().size() == 2 && frame().paused());
        robot.clickOn("#round-label");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> runs.started() == 2 && frame().ready() && frame().state().points().size() == 1);
    }

    @Test
    void everyPictureHasATable() {
        robot.clickOn("#round-step");
        until(() -> frame().state().points().size() == 2 && frame().paused());
        for (String name : List.of("topology", "accuracy-chart", "traffic-chart")) {
            robot.clickOn("#" + name + "-as-table");
        }
        settle();
        assertEquals(8, robot.lookup("#topology-table").queryTableView().getItems().size());
        assertEquals(2, robot.lookup("#accuracy-table").queryTableView().getItems().size());
        assertEquals(2, robot.lookup("#traffic-table").queryTableView().getItems().size());
    }

    @Test
    void titleOfTheChartNamesHowEachLineWasMeasured() {
        until(() ->
                String.valueOf(node("#accuracy-chart .chart-title").getAccessibleHelp())
                        .contains("global: the global model, measured on rows held out"));
    }

    @Test
    void questionMarkShowsTheKeysAndEscapeHidesThem() {
        robot.clickOn("#help-button");
        settle();
        assertTrue(node("#help").isVisible());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        settle();
        assertFalse(node("#help").isVisible());
    }

    @Test
    void nothingReachesOutOfTheWindow() {
        settle();
        for (String id :
                List.of(
                        "#top-bar",
                        "#knobs",
                        "#inspector",
                        "#steps",
                        "#accuracy-chart",
                        "#help-button")) {
            Bounds bounds = node(id).localToScene(node(id).getBoundsInLocal());
            assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= WIDTH + 0.5, id + bounds);
            assertTrue(bounds.getMinY() >= 0 && bounds.getMaxY() <= HEIGHT + 0.5, id + bounds);
        }
        assertFalse(
                node("#knobs").lookup(".scroll-bar:vertical").isVisible(),
                "the knobs need scrolling");
    }

    @Test
    void closedWindowLeavesARunThatCanBeResumed() throws InterruptedException {
        robot.clickOn("#round-step");
        until(() -> frame().state().points().size() == 2 && frame().paused());
        close();
        try (RunStore store = RunStore.open(home)) {
            assertEquals(RunState.INTERRUPTED, store.runs().getFirst().state());
        }
    }

    private SettingChanged change() {
        return runs.log().stream()
                .filter(SettingChanged.class::isInstance)
                .map(SettingChanged.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void type(String field, String text) {
        robot.doubleClickOn(field);
        TextInputControl input = robot.lookup(field).queryTextInputControl();
        robot.interact(input::selectAll);
        robot.write(text);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private Frame frame() {
        return window.session().newest();
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return ((Labeled) node(query)).getText();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(8);
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited 30 s in vain", e);
        }
    }
}
