package federarium.desktop.view.lab;

import java.util.Map;

/**
 * Whose update of which round is attacked.
 *
 * @param changes settings that it is looked at with, where they are not the run's
 */
public record Order(int round, String node, Map<String, String> changes) {}
