package federarium.scenario;

/** How a node's update is made smaller; what that loses is added to its next update. */
public sealed interface CompressionSpec {

    /** Not at all: the update travels whole. */
    record None() implements CompressionSpec {}

    /** Every value rounded at random to a grid, in so many bits. */
    record Quantize(int bits) implements CompressionSpec {}

    /** Only this share of the values, those of the largest magnitude. */
    record TopK(double fraction) implements CompressionSpec {}

    /** The signs of the values, and one mean magnitude. */
    record Sign() implements CompressionSpec {}
}
