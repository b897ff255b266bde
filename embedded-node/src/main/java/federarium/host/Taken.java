package federarium.host;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import federarium.event.WebEvent.EdgeAggregated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whose updates of a round were taken, read off the log: those that a rule judged, too. */
final class Taken {
    private Taken() {}

    static TellTaken in(int round, List<RecordedEvent> log) {
        List<String> nodes =
                log.stream()
                        .map(RecordedEvent::event)
                        .filter(NodeJoined.class::isInstance)
                        .map(joined -> ((NodeJoined) joined).node())
                        .toList();
        Set<String> taken = new HashSet<>();
        for (RecordedEvent each : log) {
            if (each.event().round() == round) {
                add(each.event(), taken);
            }
        }
        return new TellTaken(
                round,
                IntStream.range(0, nodes.size())
                        .filter(client -> taken.contains(nodes.get(client)))
                        .boxed()
                        .toList());
    }

    private static void add(FederationEvent event, Set<String> taken) {
        switch (event) {
            case UpdatesAggregated combined -> add(combined.shares(), taken);
            case EdgeAggregated combined -> add(combined.shares(), taken);
            case UpdateRejected rejected when rejected.score() != null ->
                    taken.add(rejected.node());
            default -> {}
        }
    }

    private static void add(List<Share> shares, Set<String> taken) {
        shares.forEach(share -> taken.add(share.node()));
    }
}
