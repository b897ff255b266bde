package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Frames a second of the real window in software rendering while all cores train: arguments NODES
 * SPEED SECONDS [THREADS [SCENARIO]] (SPEED a number or max), on the display that there is.
 *
 * <pre>
 * mvn -q -pl desktop-app -am test-compile
 * mvn -q -pl desktop-app dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * xvfb-run -s "-screen 0 1920x1080x24" java --add-modules=jdk.incubator.vector -Dprism.order=sw \
 *     -XX:+UseParallelGC -XX:GCTimeRatio=12 -XX:ThreadPriorityPolicy=1 -XX:-PrintWarnings \
 *     -cp desktop-app/target/test-classes:desktop-app/target/classes:$(cat /tmp/classpath) \
 *     federarium.desktop.FrameRate 50 max 20 2 mnist
 * </pre>
 */
final class FrameRate {
    private FrameRate() {}

    public static void main(String[] args) {
        Application.launch(Measured.class, args);
    }

    /** The application that measures itself. */
    public static final class Measured extends Application {
        private final ExecutorService worker = Executors.newSingleThreadExecutor();
        private final long[] frames = new long[1_000_000];
        private int count;
        private double window;
        private double renderer;

        @Override
        public void start(Stage stage) throws Exception {
            String nodes = getParameters().getRaw().get(0);
            String speed = getParameters().getRaw().get(1);
            double seconds = Double.parseDouble(getParameters().getRaw().get(2));
            Fonts.load();
            Path home = Files.createTempDirectory("federarium-frames");
            int threads =
                    getParameters().getRaw().size() > 3
                            ? Integer.parseInt(getParameters().getRaw().get(3))
                            : Runtime.getRuntime().availableProcessors();
            Observatory observatory =
                    new Observatory(new EngineRuns(home, threads), worker, Appearance.LIGHT);
            Scene scene = new Scene(observatory.root(), 1920, 1080);
            scene.getStylesheets().add(Appearance.sheet());
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            observatory.start(
                    getParameters().getRaw().size() > 4
                            ? getParameters().getRaw().get(4)
                            : "digits");
            Session session = observatory.session();
            session.speed(
                    speed.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(speed));
            after(
                    2,
                    () ->
                            session.restart(
                                    Map.of(
                                            "clients",
                                            nodes,
                                            "cohort.fraction",
                                            "1",
                                            "rounds",
                                            "5000",
                                            "yardsticks",
                                            "never"),
                                    "before"));
            int wanted = Integer.parseInt(nodes);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    Frame frame = session.newest();
                    if (frame.ready() && frame.state().nodes().size() == wanted) {
                        stop();
                        session.playOrPause();
                        after(15, () -> measure(session, seconds));
                    }
                }
            }.start();
        }

        private void measure(Session session, double seconds) {
            int from = session.newest().round();
            begin();
            after(seconds, () -> report(seconds, session.newest().round() - from));
        }

        private static void after(double seconds, Runnable action) {
            PauseTransition wait = new PauseTransition(Duration.seconds(seconds));
            wait.setOnFinished(_ -> action.run());
            wait.play();
        }

        /** CPU time so far of the threads whose names begin so, in milliseconds. */
        private static double cpu(String prefix) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long nanos = 0;
            for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (info != null && info.getThreadName().startsWith(prefix)) {
                    nanos += threads.getThreadCpuTime(info.getThreadId());
                }
            }
            return nanos / 1e6;
        }

        private void begin() {
            window = cpu("JavaFX");
            renderer = cpu("QuantumRenderer");
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames[count++] = System.nanoTime();
                }
            }.start();
        }

        private void report(double seconds, int rounds) {
            long[] gaps = new long[count - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = frames[i + 1] - frames[i];
            }
            Arrays.sort(gaps);
            System.out.printf(
                    "%.1f frames/s, median %.1f ms, 99th percentile %.1f ms, longest %.1f ms, %.1f"
                            + " rounds/s%n",
                    gaps.length * 1e9 / (frames[count - 1] - frames[0]),
                    gaps[gaps.length / 2] / 1e6,
                    gaps[gaps.length * 99 / 100] / 1e6,
                    gaps[gaps.length - 1] / 1e6,
                    rounds / seconds);
            System.out.printf(
                    "CPU a frame: %.1f ms window thread, %.1f ms renderer%n",
                    (cpu("JavaFX") - window) / count, (cpu("QuantumRenderer") - renderer) / count);
            System.exit(0);
        }
    }
}
