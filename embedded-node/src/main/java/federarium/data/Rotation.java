package federarium.data;

/**
 * Turns pictures about their centre, counter-clockwise. Each pixel is interpolated between the four
 * around the place where it comes from (bilinear); what comes from outside is 0.
 */
final class Rotation {
    private final ImageShape shape;
    private final double cos;
    private final double sin;
    private final float[] before;

    Rotation(ImageShape shape, double degrees) {
        this.shape = shape;
        this.cos = StrictMath.cos(StrictMath.toRadians(degrees));
        this.sin = StrictMath.sin(StrictMath.toRadians(degrees));
        this.before = new float[shape.height() * shape.width()];
    }

    /** Turns the picture that begins at an offset, channel by channel. */
    void apply(float[] features, int offset) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            int at = offset + channel * before.length;
            System.arraycopy(features, at, before, 0, before.length);
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    features[at++] = turned(row, column);
                }
            }
        }
    }

    private float turned(int row, int column) {
        double middleRow = (shape.height() - 1) / 2.0;
        double middleColumn = (shape.width() - 1) / 2.0;
        double down = row - middleRow;
        double right = column - middleColumn;
        return between(
                middleRow + down * cos + right * sin, middleColumn - down * sin + right * cos);
    }

    private float between(double row, double column) {
        int above = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - above;
        double right = column - left;
        return (float)
                ((1 - down) * ((1 - right) * pixel(above, left) + right * pixel(above, left + 1))
                        + down
                                * ((1 - right) * pixel(above + 1, left)
                                        + right * pixel(above + 1, left + 1)));
    }

    private float pixel(int row, int column) {
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? before[row * shape.width() + column] : 0;
    }
}
