package federarium.privacy.quantisation;

/**
 * One client's update as whole numbers.
 *
 * @param values its coordinates, then its factor
 * @param clipped how many coordinates lay outside the range and were moved to its edge
 */
public record Quantised(RingVector values, int clipped) {}
