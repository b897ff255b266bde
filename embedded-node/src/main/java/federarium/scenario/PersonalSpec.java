package federarium.scenario;

/** Which model a node uses itself. */
public sealed interface PersonalSpec {

    /** The global one. */
    record None() implements PersonalSpec {}

    /** One that it trains beside it, pulled to the global one by λ. */
    record Ditto(double lambda) implements PersonalSpec {}

    /** The global one's first layers, and so many last ones that never leave it. */
    record FedPer(int layers) implements PersonalSpec {}
}
