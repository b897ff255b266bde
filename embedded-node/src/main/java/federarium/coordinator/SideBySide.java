package federarium.coordinator;

import federarium.aggregation.Comparison;
import federarium.event.EvidenceEvent.Evidence;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.scenario.Rule;
import federarium.update.ClientUpdate;
import java.util.List;

/** What the log says of a round's updates, before a rule combines them. */
final class SideBySide {
    private SideBySide() {}

    /** Nothing where there are fewer than two, or where they are not of the same parameters. */
    static List<FederationEvent> of(RoundState state, RunPlan plan) {
        List<ClientUpdate> updates = state.gathering().accepted();
        if (updates.size() < 2 || !ofOneLength(updates)) {
            return List.of();
        }
        Rule rule = state.scenario().aggregation().rule();
        Comparison comparison = Comparison.of(updates, byzantine(rule, updates.size()));
        List<Evidence> evidence =
                comparison.views().stream()
                        .map(each ->
                                new Evidence(
                                        plan.nodes().get(each.client()).node(),
                                        each.norm(),
                                        each.cosine(),
                                        each.krum(),
                                        each.x(),
                                        each.y()))
                        .toList();
        return List.of(new UpdatesCompared(state.round(), evidence, comparison.explained()));
    }

    /** Slices are nested, so those of one length are of the same parameters. */
    private static boolean ofOneLength(List<ClientUpdate> updates) {
        return updates.stream().mapToInt(update -> update.delta().size()).distinct().count() == 1;
    }

    private static int byzantine(Rule rule, int updates) {
        Integer given =
                switch (rule) {
                    case Rule.Krum krum -> krum.byzantine();
                    case Rule.MultiKrum krum -> krum.byzantine();
                    case Rule.Bulyan bulyan -> bulyan.byzantine();
                    default -> null;
                };
        return Rule.byzantine(given, updates);
    }
}
