package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window over the real engine and a home of its own, open while a test runs, and what a
 * person does to it.
 */
@NullUnmarked
final class RealWindow implements BeforeEachCallback, AfterEachCallback {
    static final int WIDTH = 980;
    static final int HEIGHT = 900;

    private final FxRobot robot = new FxRobot();
    private Path home;
    private ExecutorService worker;
    private RecordingRuns runs;
    private Observatory observatory;
    private Stage stage;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        home = Files.createTempDirectory("federarium-window");
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        close();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Opens the window, and waits until the first scenario waits for play. */
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        worker = Executors.newSingleThreadExecutor();
        runs = new RecordingRuns(new EngineRuns(home, 2));
        FxToolkit.setupFixture(this::show);
        until(() -> frame().ready() && frame().paused());
    }

    private void show() {
        Fonts.load();
        observatory = new Observatory(runs, worker, Appearance.LIGHT);
        Scene scene = new Scene(observatory.root(), WIDTH, HEIGHT);
        scene.getStylesheets().add(Appearance.sheet());
        stage.setScene(scene);
        stage.show();
        observatory.start("digits");
    }

    /** Closes the window, and waits until the home is free. */
    void close() throws InterruptedException {
        if (observatory != null) {
            robot.interact(observatory::close);
            robot.interact(stage::hide);
            worker.shutdown();
            assertTrue(worker.awaitTermination(30, TimeUnit.SECONDS), "runs did not stop");
            observatory = null;
        }
    }

    Path home() {
        return home;
    }

    FxRobot robot() {
        return robot;
    }

    Session session() {
        return observatory.session();
    }

    Frame frame() {
        return session().newest();
    }

    /** How many runs have begun since the window opened. */
    int started() {
        return runs.started();
    }

    /** Waits until that many runs have begun, and the last of them is on stage. */
    void untilStarted(int runs) {
        until(() ->
                started() == runs
                        && !visible("#notice")
                        && frame().ready()
                        && !log().isEmpty()
                        && log().getFirst().equals(frame().state().run()));
    }

    /** The events of the newest run so far; those that come later are not in it. */
    List<FederationEvent> log() {
        return runs.log();
    }

    /** The first change of a setting in this run, or null. */
    SettingChanged change() {
        return log().stream()
                .filter(SettingChanged.class::isInstance)
                .map(SettingChanged.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Clicks what is there once the newest frame is drawn: drawing may replace every node. */
    void click(String query) {
        settle();
        robot.clickOn(query);
    }

    /** Presses the keys together, and lets them go. */
    void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    /** Presses the tab key until the control has the focus. */
    void tabTo(String query) {
        Node wanted = node(query);
        for (int i = 0; i < 60 && !wanted.isFocused(); i++) {
            press(KeyCode.TAB);
            settle();
        }
        assertTrue(wanted.isFocused(), query + " is out of reach of the tab key");
    }

    /** Types into a field, in place of what it holds, and confirms. */
    void type(String field, String text) {
        robot.doubleClickOn(field);
        TextInputControl input = robot.lookup(field).queryTextInputControl();
        robot.interact(input::selectAll);
        robot.write(text);
        press(KeyCode.ENTER);
    }

    /** Plays through that round and waits before the next. */
    void playThrough(int round) {
        while (frame().state().points().size() <= round) {
            int before = frame().state().points().size();
            robot.interact(() -> session().round());
            until(() ->
                    frame().state().points().size() > before && frame().paused()
                            || !frame().running());
            if (!frame().running()) {
                return;
            }
        }
    }

    Node node(String query) {
        return robot.lookup(query).query();
    }

    String text(String query) {
        return ((Labeled) node(query)).getText();
    }

    boolean visible(String query) {
        return node(query).isVisible();
    }

    /** The window as it looks. */
    WritableImage picture() {
        WritableImage[] image = new WritableImage[1];
        Runnable take = () -> image[0] = stage.getScene().snapshot(null);
        if (Platform.isFxApplicationThread()) {
            take.run();
        } else {
            robot.interact(take);
        }
        return image[0];
    }

    /** Lets what was asked of the window's thread happen, and the newest frame be drawn. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents(8);
        CountDownLatch pulses = new CountDownLatch(2);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pulses.countDown();
                    }
                };
        robot.interact(timer::start);
        until(() -> pulses.getCount() == 0);
        robot.interact(timer::stop);
    }

    /** Waits until the condition holds, which is asked on the window's thread. */
    void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited 30 s in vain" + lookingAt(), e);
        }
    }

    /** What the window shows, for whoever reads why a test failed. */
    private String lookingAt() {
        String notice =
                visible("#notice")
                        ? text("#notice-title") + ": " + text("#notice-sentence")
                        : "no notice";
        return "; "
                + text("#round-label")
                + ", "
                + (frame().paused() ? "before " + frame().next() : "in " + frame().step())
                + ", "
                + frame().state().points().size()
                + " points, "
                + notice;
    }
}
