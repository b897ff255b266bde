package federarium.desktop;

import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

/** Scratch pictures of scripted runs. */
final class ScriptedPictures {
    public static void main(String[] args) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        for (String spec : args) {
            String[] p = spec.split(",");
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                Fonts.load();
                Observatory o =
                        new Observatory(
                                new ScriptedRuns(Integer.parseInt(p[1]), Integer.parseInt(p[2])),
                                Executors.newSingleThreadExecutor(r -> {
                                    Thread t = new Thread(r);
                                    t.setDaemon(true);
                                    return t;
                                }),
                                p[5].equals("dark") ? Appearance.DARK : Appearance.LIGHT);
                Scene scene = Picture.scene(o, Integer.parseInt(p[3]), Integer.parseInt(p[4]));
                o.start("digits");
                PauseTransition wait = new PauseTransition(Duration.millis(900));
                wait.setOnFinished(_ -> {
                    Picture.write(scene, Path.of("/tmp/pics", p[0] + ".png"));
                    o.close();
                    done.countDown();
                });
                wait.play();
            });
            done.await(60, TimeUnit.SECONDS);
        }
        System.exit(0);
    }
}
