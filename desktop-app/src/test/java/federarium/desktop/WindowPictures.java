package federarium.desktop;

import federarium.desktop.control.SidePanel;
import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import federarium.desktop.view.inspector.Inspector;
import federarium.projection.FederationState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/**
 * Pictures of the real window over real runs, without a screen. Each argument is {@code
 * FILE,SCENARIO,ROUND,WIDTH,HEIGHT,light|dark[,CLICKS[,KEY=VALUE…]]}, clicks being nodes, buttons
 * or panels with &amp; between; it plays through that round, then on into training of the next at
 * normal speed.
 *
 * <pre>
 * mvn -q -pl desktop-app -am test-compile
 * mvn -q -pl desktop-app dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java --add-modules=jdk.incubator.vector -Dglass.platform=Headless -Dprism.order=sw \
 *     -Dpicture.delay=330 \
 *     -cp desktop-app/target/test-classes:desktop-app/target/classes:$(cat /tmp/classpath) \
 *     federarium.desktop.WindowPictures docs/images/window.png,digits,12,1920,1080,light,c03
 * </pre>
 */
final class WindowPictures {
    private WindowPictures() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        onWindow(() -> {
            Fonts.load();
            return 0;
        });
        for (String arg : args) {
            take(arg.split(","));
        }
        System.exit(0);
    }

    private static void take(String[] plan) throws Exception {
        Path home = Files.createTempDirectory("federarium-pictures");
        ExecutorService worker = Executors.newSingleThreadExecutor();
        EngineRuns runs = new EngineRuns(home, Runtime.getRuntime().availableProcessors());
        Appearance appearance = plan[5].equals("dark") ? Appearance.DARK : Appearance.LIGHT;
        Observatory window = onWindow(() -> new Observatory(runs, worker, appearance));
        Scene scene =
                onWindow(() ->
                        Picture.scene(
                                window, Double.parseDouble(plan[3]), Double.parseDouble(plan[4])));
        onWindow(() -> {
            Picture.layOut(scene);
            window.start(plan[1]);
            return 0;
        });
        Session session = window.session();
        until(() -> session.newest().ready());
        int round = Integer.parseInt(plan[2]);
        for (int i = 7; i < plan.length; i++) {
            String[] change = plan[i].split("=");
            if (change[0].startsWith("+")) {
                advance(session, round / 2);
                onWindow(() -> {
                    session.change(change[0].substring(1), change[1]);
                    return 0;
                });
            } else {
                advance(session, round);
                FederationState before = session.newest().state();
                onWindow(() -> {
                    session.restart(
                            Map.of(change[0], change[1]),
                            change.length > 2 ? change[2] : "the run before");
                    return 0;
                });
                until(() -> session.newest().state() != before && session.newest().ready());
            }
        }
        advance(session, round);
        if (plan.length > 6 && !plan[6].isEmpty()) {
            for (String what : plan[6].split("&")) {
                onWindow(() -> click(scene, what));
            }
        }
        Thread.sleep(1500);
        onWindow(() -> {
            session.playOrPause();
            return 0;
        });
        long start = System.nanoTime();
        until(() ->
                session.newest().round() > round || round == 0 || System.nanoTime() - start > 5e9);
        Thread.sleep(Long.getLong("picture.delay", 330));
        onWindow(() -> {
            Picture.write(scene, Path.of(plan[0]));
            window.close();
            return 0;
        });
        worker.shutdown();
        worker.awaitTermination(20, TimeUnit.SECONDS);
    }

    /** To the end of that round, if it is not there yet. */
    private static void advance(Session session, int round) throws Exception {
        while (onWindow(() -> session.newest().state().points().size()) <= round) {
            int closed = session.newest().state().points().size() + 1;
            onWindow(() -> {
                session.round();
                return 0;
            });
            until(() ->
                    session.newest().state().points().size() >= closed
                            || !session.newest().running());
            if (!session.newest().running()) {
                return;
            }
        }
    }

    private static int click(Scene scene, String what) {
        if (what.equals("help")) {
            scene.lookup("#help").setVisible(true);
            return 0;
        }
        if (scene.lookup("#" + what) instanceof SidePanel panel) {
            panel.toggle();
            return 0;
        }
        if (scene.lookup("#" + what) instanceof ButtonBase button) {
            button.fire();
            return 0;
        }
        boolean hover = what.startsWith("~");
        String node = hover ? what.substring(1) : what;
        Inspector inspector = (Inspector) scene.lookup("#inspector");
        Node topology = scene.lookup("#topology");
        Node glyph = scene.lookup("#node-" + node);
        if (glyph == null) {
            inspector.inspect(node);
            return 0;
        }
        javafx.geometry.Point2D place = glyph.localToScene(0, 0);
        double x = place.getX();
        double y = place.getY();
        Event.fireEvent(
                topology,
                new MouseEvent(
                        hover ? MouseEvent.MOUSE_MOVED : MouseEvent.MOUSE_CLICKED,
                        x,
                        y,
                        x,
                        y,
                        hover ? MouseButton.NONE : MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(topology, x, y)));
        return 0;
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!onWindow(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited a minute in vain");
            }
            Thread.sleep(20);
        }
    }

    private static <T> T onWindow(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Consumer<Throwable> fail = result::completeExceptionally;
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                fail.accept(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }
}
