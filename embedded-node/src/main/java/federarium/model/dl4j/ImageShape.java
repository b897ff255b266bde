package federarium.model.dl4j;

/** The shape of a row that is a picture: channel by channel, each pixel row by pixel row. */
public record ImageShape(int height, int width, int channels) {}
