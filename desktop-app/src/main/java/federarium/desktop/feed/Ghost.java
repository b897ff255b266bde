package federarium.desktop.feed;

import federarium.projection.FederationState;

/**
 * A run that was, kept for comparison.
 *
 * @param name what was different about it, such as {@code seed 1}
 */
public record Ghost(String name, FederationState state) {}
