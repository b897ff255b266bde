package federarium.data;

/**
 * Where data come from, for the people who look at them.
 *
 * @param source one sentence: who collected them and how they came here
 * @param synthetic whether a program made them up
 */
public record Provenance(String title, String licence, String source, boolean synthetic) {}
