package federarium.desktop;

import federarium.desktop.theme.Appearance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** A scene as a PNG file. */
final class Picture {
    private Picture() {}

    /** A scene for the window, which may be larger than any screen. */
    static Scene scene(Observatory observatory, double width, double height) {
        Scene scene = new Scene(observatory.root(), width, height);
        scene.getStylesheets().add(Appearance.sheet());
        return scene;
    }

    /** Gives everything its place, which a scene without a window does not do by itself. */
    static void layOut(Scene scene) {
        scene.getRoot().resize(scene.getWidth(), scene.getHeight());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    static void write(Scene scene, Path file) {
        layOut(scene);
        WritableImage image = scene.snapshot(null);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
