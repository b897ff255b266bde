package federarium.coordinator;

import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.WarningGiven;
import federarium.scenario.Decimals;
import federarium.scenario.Privacy;
import java.util.List;

/**
 * Whether δ is small enough to mean something: with δ = 1 ÷ n, a mechanism that publishes one of n
 * units at random keeps its promise.
 */
final class Delta {
    private Delta() {}

    /** A warning where it is not. */
    static List<WarningGiven> warning(Privacy privacy, List<NodeJoined> nodes) {
        boolean records = privacy.mechanism().unit() == Privacy.Unit.RECORD;
        int n =
                records
                        ? nodes.stream().mapToInt(NodeJoined::examples).min().orElse(1)
                        : nodes.size();
        if (privacy.isNone() || privacy.delta() < 1.0 / n) {
            return List.of();
        }
        return List.of(
                new WarningGiven(
                        0,
                        "privacy.delta: with δ = %s one of %d %s might be given away whole without"
                                        .formatted(
                                                Decimals.plain(privacy.delta()),
                                                n,
                                                records
                                                        ? "records, which the smallest node has,"
                                                        : "clients")
                                + " breaking the promise; advised: below "
                                + Decimals.brief(1.0 / n)));
    }
}
