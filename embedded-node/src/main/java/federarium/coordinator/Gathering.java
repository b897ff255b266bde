package federarium.coordinator;

import federarium.scenario.Devices.Stragglers;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.pcollections.TreePMap;

/**
 * What a round gathers.
 *
 * @param cohort the round's clients, in client order
 * @param reports what came back from them so far, by client, until it is combined
 */
public record Gathering(List<Integer> cohort, TreePMap<Integer, Report> reports) {
    static final Gathering NONE = of(List.of());

    static Gathering of(List<Integer> cohort) {
        return new Gathering(cohort, TreePMap.empty());
    }

    Gathering with(int client, Report report) {
        return new Gathering(cohort, reports.plus(client, report));
    }

    /** The same once its updates are in the model and need not be kept. */
    Gathering combined() {
        return of(cohort);
    }

    /** Whether a client was asked and has not answered. */
    boolean awaits(int client) {
        return Collections.binarySearch(cohort, client) >= 0 && !reports.containsKey(client);
    }

    boolean isComplete() {
        return reports.size() == cohort.size();
    }

    /** The updates that can be combined, in client order. */
    List<ClientUpdate> accepted() {
        List<ClientUpdate> updates = new ArrayList<>();
        for (Report report : reports.values()) {
            if (report instanceof Report.Received received && received.isUsable()) {
                updates.add(received.update());
            }
        }
        return updates;
    }

    /** The clients that have an update to hide, in client order. */
    List<Integer> ready() {
        return clients(report -> report instanceof Report.Kept kept && kept.finite());
    }

    /** The clients whose hidden updates are in the sum, in client order. */
    List<Integer> summed() {
        return clients(report -> report instanceof Report.Hidden part && part.refusal() == null);
    }

    /** How many were to hand in a part of it. */
    int parts() {
        return clients(Report.Hidden.class::isInstance).size();
    }

    private List<Integer> clients(Predicate<Report> those) {
        return cohort.stream()
                .filter(client -> {
                    Report report = reports.get(client);
                    return report != null && those.test(report);
                })
                .toList();
    }

    /** Payload bytes of what was hidden, both ways. */
    Traffic traffic() {
        return reports.values().stream()
                .map(report -> report instanceof Report.Hidden part ? part.traffic() : Traffic.NONE)
                .reduce(Traffic.NONE, Traffic::plus);
    }

    /** Whether updates came back in time, and none of them is finite. */
    boolean diverged() {
        return accepted().isEmpty()
                && reports.values().stream()
                        .anyMatch(each -> each instanceof Report.Received in && !in.isLate());
    }

    /**
     * Virtual seconds until the last needed update is there; where one is not by the deadline,
     * until then.
     */
    double seconds(Stragglers stragglers) {
        double last = 0;
        boolean allInTime = !cohort.isEmpty();
        for (Report report : reports.values()) {
            if (report instanceof Report.Received received && !received.isLate()) {
                last = Math.max(last, received.seconds());
            } else if (report instanceof Report.Hidden part && part.refusal() == null) {
                last = Math.max(last, part.seconds());
            } else {
                allInTime = false;
            }
        }
        return stragglers instanceof Stragglers.Deadline(double deadline) && !allInTime
                ? deadline
                : last;
    }

    /** Payload bytes of the updates. */
    long bytes() {
        return reports.values().stream().mapToLong(Report::bytes).sum();
    }
}
