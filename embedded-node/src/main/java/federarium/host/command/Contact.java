package federarium.host.command;

import federarium.data.ImageShape;
import federarium.host.Rebuilt.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures side by side: the originals above, what was rebuilt of them below. */
record Contact(BufferedImage image) {
    private static final int PIXEL = 8;
    private static final int GAP = 8;
    private static final int PAPER = 0xffffff;

    static Contact sheet(ImageShape shape, List<Picture> pictures) {
        int width = shape.width() * PIXEL + GAP;
        int height = shape.height() * PIXEL + GAP;
        BufferedImage image =
                new BufferedImage(
                        pictures.size() * width + GAP,
                        2 * height + GAP,
                        BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, PAPER);
            }
        }
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            double least = Collections.min(picture.original());
            double most = Collections.max(picture.original());
            int left = GAP + i * width;
            draw(image, shape, picture.original(), least, most, left, GAP);
            draw(image, shape, picture.rebuilt(), least, most, left, GAP + height);
        }
        return new Contact(image);
    }

    /** The first channel, ink on paper; what is beyond the original's range is cut to it. */
    private static void draw(
            BufferedImage image,
            ImageShape shape,
            List<Double> values,
            double least,
            double most,
            int left,
            int top) {
        for (int y = 0; y < shape.height() * PIXEL; y++) {
            for (int x = 0; x < shape.width() * PIXEL; x++) {
                double value = values.get(y / PIXEL * shape.width() + x / PIXEL);
                double ink = Math.clamp((value - least) / (most - least), 0, 1);
                int grey = (int) Math.round(255 * (1 - ink));
                image.setRGB(left + x, top + y, grey << 16 | grey << 8 | grey);
            }
        }
    }

    void write(Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer of PNG");
        }
    }
}
