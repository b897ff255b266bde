package federarium.update;

/**
 * The server's control variate c, as SCAFFOLD sends it beside the model.
 *
 * @param since the round in which it began at 0: a node's own from before then counts no more
 * @param vector c, one float32 a parameter
 */
public record ServerControl(int since, Weights vector) {}
