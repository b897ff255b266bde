package federarium.coordinator;

import federarium.device.Device;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import federarium.selection.CohortSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who can take part in a round: the nodes that nobody dropped and that are available by their own
 * draw.
 *
 * @param available in client order
 * @param dropped how many were dropped
 * @param spent how many sit out, as their privacy budget is spent
 * @param left how many have left, as their pay is too low
 * @param clients how many there are
 */
record Attendance(List<Integer> available, int dropped, int spent, int left, int clients) {

    /** The attendance of a round; a device that is always available costs no draw. */
    static Attendance of(Scenario scenario, int round, List<Device> devices) {
        RandomStreams streams = new RandomStreams(scenario.seed());
        Double chance = scenario.devices().availability();
        List<Integer> available = new ArrayList<>();
        int dropped = 0;
        for (int client = 0; client < devices.size(); client++) {
            double own = chance == null ? devices.get(client).availability() : chance;
            if (scenario.hindrances().dropped().contains(client)) {
                dropped++;
            } else if (own >= 1 || streams.stream("available", round, client).nextDouble() < own) {
                available.add(client);
            }
        }
        return new Attendance(available, dropped, 0, 0, devices.size());
    }

    /** The same without nodes that sit out. */
    Attendance without(List<Integer> sittingOut) {
        return new Attendance(but(sittingOut), dropped, sittingOut.size(), left, clients);
    }

    /** The same without nodes that take part no longer. */
    Attendance leaving(List<Integer> away) {
        return new Attendance(but(away), dropped, spent, away.size(), clients);
    }

    private List<Integer> but(List<Integer> others) {
        return others.isEmpty()
                ? available
                : available.stream().filter(each -> !others.contains(each)).toList();
    }

    /** The round's cohort, drawn among those that can take part. */
    List<Integer> cohort(Scenario scenario, int round) {
        RandomStream random = new RandomStreams(scenario.seed()).stream("cohort", round);
        Scenario.Cohort cohort = scenario.cohort();
        if (cohort.poisson()) {
            Set<Integer> here = Set.copyOf(available);
            return CohortSampler.poisson(clients, cohort.fraction(), random).stream()
                    .filter(here::contains)
                    .toList();
        }
        int size = Math.min(cohort.size(clients), available.size());
        return CohortSampler.fixed(available.size(), size, random).stream()
                .map(available::get)
                .toList();
    }

    /** Why a cohort is empty, or null where it is not. */
    @Nullable String emptyBecause(List<Integer> cohort) {
        if (!cohort.isEmpty()) {
            return null;
        }
        if (!available.isEmpty()) {
            return "the draw chose nobody";
        }
        if (spent > 0) {
            return "the privacy budget of everybody who could take part is spent";
        }
        if (left > 0) {
            return "everybody who could take part has left: their pay was below their cost";
        }
        return dropped == clients
                ? "every node was dropped"
                : "no node was available: %d dropped, %d off line"
                        .formatted(dropped, clients - dropped);
    }
}
