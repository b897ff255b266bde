package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.TrainingStarted;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import federarium.selection.CohortSampler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where M clients are in training at any time: a place that gets free is filled at once, by a draw
 * among the clients that can take part, are idle, and did not fail in this round.
 */
record Places(RunPlan plan) {

    /** The clients that fill the free places of a round, in client order. */
    List<Integer> draw(RoundState state, int round, Scenario scenario) {
        InFlight flight = state.inFlight();
        int places = scenario.cohort().size(plan.nodes().size()) - flight.dispatches().size();
        Attendance attendance = Attendance.of(scenario, round, plan.equipment().devices());
        Set<Integer> out = new HashSet<>();
        flight.dispatches().values().forEach(each -> out.add(each.client()));
        flight.arrivals().stream()
                .filter(arrival -> !arrival.isUsable())
                .forEach(arrival -> out.add(arrival.dispatch().client()));
        List<Integer> idle = new ArrayList<>(attendance.available());
        idle.removeAll(out);
        if (places <= 0 || idle.isEmpty()) {
            return List.of();
        }
        return CohortSampler.fixed(
                        idle.size(),
                        Math.min(places, idle.size()),
                        new RandomStreams(scenario.seed()).stream("place", flight.last() + 1))
                .stream()
                .map(idle::get)
                .toList();
    }

    /** The same with these clients in training from now on. */
    InFlight send(RoundState state, List<Integer> clients) {
        Scenario scenario = state.scenario();
        Trips trips = new Trips(plan, scenario);
        long bytes = bytes(state);
        InFlight flight = state.inFlight();
        for (int client : clients) {
            double seconds = trips.seconds(client, bytes, trips.plannedSteps(client), bytes);
            flight =
                    flight.sending(
                            new Dispatch(
                                    flight.last() + 1,
                                    client,
                                    state.round(),
                                    state.clock(),
                                    state.clock() + seconds,
                                    scenario.training().at(state.round()),
                                    scenario.seed()));
        }
        return flight;
    }

    /** What is told of the clients that were sent a model after another state. */
    List<FederationEvent> told(InFlight before, InFlight after) {
        List<FederationEvent> events = new ArrayList<>();
        for (Dispatch each : after.since(before.last())) {
            String node = plan.nodes().get(each.client()).node();
            events.add(
                    new ModelSent(each.round(), node, (long) plan.initial().size() * Float.BYTES));
            events.add(
                    new TrainingStarted(
                            each.round(), node, each.number(), each.started(), each.arrives()));
        }
        return events;
    }

    /** Payload of a model, each way. */
    static long bytes(RoundState state) {
        return (long) state.model().size() * Float.BYTES;
    }
}
