package federarium.aggregation;

/**
 * How a round's updates become the next global model.
 *
 * <p>A rule is a pure function: what it needs from earlier rounds is carried to it. Sums run in
 * client order, so neither the order of arrival nor the number of threads changes a bit.
 */
public interface AggregationRule {

    /** Combines a round's updates. */
    Aggregate aggregate(Gathered gathered);
}
