package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdateReceived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the edges tell of a round's updates, with the virtual time and the cost of each.
 *
 * @param events with when each update was at its edge
 * @param seconds until the last one was
 */
record EdgeReceipts(List<FederationEvent> events, double seconds) {

    /**
     * Adds what the edges cannot know.
     *
     * @param cohort the round's clients, all of which were sent a model
     * @param bytesDown to each of them
     */
    static EdgeReceipts of(
            int round,
            List<FederationEvent> told,
            List<Integer> cohort,
            Trips trips,
            long bytesDown) {
        Map<String, Integer> clients = new HashMap<>();
        Map<Integer, Costing.Item> items = new HashMap<>();
        for (int client : cohort) {
            clients.put(trips.plan().nodes().get(client).node(), client);
            items.put(client, trips.item(client, 0, 0, bytesDown, 0));
        }
        double last = 0;
        List<FederationEvent> events = new ArrayList<>();
        for (FederationEvent each : told) {
            if (each instanceof UpdateReceived in && clients.get(in.node()) instanceof Integer at) {
                double seconds = trips.seconds(at, bytesDown, in.steps(), in.bytes());
                items.put(at, trips.item(at, seconds, in.steps(), bytesDown, in.bytes()));
                last = Math.max(last, seconds);
                events.add(in.after(seconds));
            } else {
                events.add(each);
            }
        }
        events.add(
                Costing.of(
                        round,
                        trips.plan(),
                        trips.scenario(),
                        cohort.stream().map(items::get).toList()));
        return new EdgeReceipts(events, last);
    }
}
