package federarium.desktop.view.charts;

import federarium.desktop.feed.Headline;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import federarium.projection.FederationState;
import federarium.projection.RoundPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the nodes had earned by the end of each round, read out of a run's payments. */
final class Purses {
    /** Beyond so many nodes only those with a name have a line. */
    private static final int LINES = 60;

    private static final String METHOD = "credits paid to it so far, by the run's rule";

    private final List<CreditsPaid> paid = new ArrayList<>();
    private final Map<String, List<Dot>> dots = new LinkedHashMap<>();

    static Purses of(List<RoundPoint> points) {
        Purses purses = new Purses();
        for (RoundPoint point : points) {
            CreditsPaid paid = point.findings().paid();
            if (paid != null) {
                purses.paid.add(paid);
                for (Payment payment : paid.payments()) {
                    purses.dots
                            .computeIfAbsent(payment.node(), _ -> new ArrayList<>())
                            .add(new Dot(paid.round(), payment.total()));
                }
            }
        }
        return purses;
    }

    /** The rounds that paid. */
    List<CreditsPaid> paid() {
        return paid;
    }

    /** From back to front: all others, the poorest, the one pointed at, and the three richest. */
    List<Trace> traces(FederationState state, @Nullable String node) {
        List<String> order =
                dots.keySet().stream()
                        .sorted(Comparator.comparing((String id) -> total(id)).reversed())
                        .toList();
        Map<String, Kind> named = new LinkedHashMap<>();
        List<Kind> first = List.of(Kind.GLOBAL, Kind.OWN, Kind.POOLED);
        for (int i = 0; i < Math.min(first.size(), order.size()); i++) {
            named.put(order.get(i), first.get(i));
        }
        if (!order.isEmpty()) {
            named.putIfAbsent(order.getLast(), Kind.WORST);
        }
        if (node != null && dots.containsKey(node)) {
            named.putIfAbsent(node, Kind.NODE);
        }
        List<Trace> traces = new ArrayList<>();
        for (String id : order.reversed()) {
            Kind kind = named.get(id);
            if (kind != null || order.size() <= LINES) {
                traces.add(
                        new Trace(
                                kind == null ? Kind.GHOST : kind,
                                Headline.name(state, id),
                                METHOD,
                                dots(id)));
            }
        }
        traces.sort(Comparator.comparing(trace -> trace.kind() != Kind.GHOST));
        return traces;
    }

    private List<Dot> dots(String id) {
        return dots.getOrDefault(id, List.of());
    }

    private double total(String id) {
        return dots(id).getLast().value();
    }
}
