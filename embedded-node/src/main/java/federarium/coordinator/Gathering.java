package federarium.coordinator;

import federarium.scenario.Devices.Stragglers;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
