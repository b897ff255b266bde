package federarium.desktop;

import federarium.desktop.theme.Appearance;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Icons;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The dashboard as an application of its own. */
public final class FederariumApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().name("runs").daemon(false).unstarted(task));
    private @Nullable Observatory observatory;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        Appearance appearance = Appearance.ofSystem();
        appearance.wear();
        Runs runs = EngineRuns.ofThisMachine();
        Observatory window = new Observatory(runs, worker, appearance);
        observatory = window;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        window.root(),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().add(Appearance.sheet());
        stage.setTitle("Federarium");
        stage.getIcons().addAll(Icons.application());
        stage.setScene(scene);
        stage.show();
        window.start(runs.names().getFirst());
    }

    /** Closing the window leaves a run that can be resumed. */
    @Override
    public void stop() throws InterruptedException {
        if (observatory != null) {
            observatory.close();
        }
        worker.shutdown();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
