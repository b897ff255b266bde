package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.TrainingStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.scenario.Scenario;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The clients in training, where they don't wait for each other.
 *
 * @param dispatches by number
 * @param here updates that came and whose virtual time has not, by number
 * @param before number given last before this round
 * @param last number given so far
 * @param sent number up to which the clients were told to train; after an interruption, none was
 * @param arrivals of this round, in virtual order
 * @param log what is to be told of this round's arrivals and of who took their places
 */
public record InFlight(
        TreePMap<Integer, Dispatch> dispatches,
        TreePMap<Integer, Report> here,
        int before,
        int last,
        int sent,
        PVector<Arrival> arrivals,
        PVector<FederationEvent> log) {
    public static final InFlight NONE =
            new InFlight(
                    TreePMap.empty(),
                    TreePMap.empty(),
                    0,
                    0,
                    0,
                    TreePVector.empty(),
                    TreePVector.empty());

    /** What came back from a client. */
    record Arrival(Dispatch dispatch, Report report) {

        boolean isUsable() {
            return report instanceof Report.Received received && received.isUsable();
        }
    }

    /**
     * The clients that a log leaves in training.
     *
     * @param acting the scenario with the changes that act in a round
     */
    public static InFlight after(List<FederationEvent> log, IntFunction<Scenario> acting) {
        Map<String, Integer> clients = new HashMap<>();
        Map<String, TrainingStarted> training = new TreeMap<>();
        int last = 0;
        for (FederationEvent event : log) {
            switch (event) {
                case NodeJoined joined -> clients.putIfAbsent(joined.node(), clients.size());
                case TrainingStarted started -> {
                    training.put(started.node(), started);
                    last = started.number();
                }
                case UpdateReceived received -> training.remove(received.node());
                case UpdateRejected rejected -> training.remove(rejected.node());
                default -> {}
            }
        }
        InFlight flight =
                new InFlight(NONE.dispatches, NONE.here, last, last, 0, NONE.arrivals, NONE.log);
        for (TrainingStarted each : training.values()) {
            Scenario scenario = acting.apply(each.round());
            Integer client = clients.get(each.node());
            flight =
                    flight.with(
                            new Dispatch(
                                    each.number(),
                                    client == null ? -1 : client,
                                    each.round(),
                                    each.virtualSeconds(),
                                    each.arrives(),
                                    scenario.training().at(each.round()),
                                    scenario.seed()));
        }
        return flight;
    }

    private InFlight with(Dispatch dispatch) {
        return new InFlight(
                dispatches.plus(dispatch.number(), dispatch),
                here,
                before,
                last,
                sent,
                arrivals,
                log);
    }

    /** One more in training, and what is told of it. */
    InFlight sending(Dispatch dispatch) {
        return new InFlight(
                dispatches.plus(dispatch.number(), dispatch),
                here,
                before,
                dispatch.number(),
                sent,
                arrivals,
                log);
    }

    InFlight telling(List<FederationEvent> events) {
        return new InFlight(dispatches, here, before, last, sent, arrivals, log.plusAll(events));
    }

    /** Those that were not told to train yet. */
    List<Dispatch> unsent() {
        return since(sent);
    }

    /** Those with a higher number. */
    List<Dispatch> since(int number) {
        return dispatches.values().stream().filter(each -> each.number() > number).toList();
    }

    InFlight allSent() {
        return new InFlight(dispatches, here, before, last, last, arrivals, log);
    }

    /** Whether a client was asked under that number and has not answered. */
    boolean awaits(int number, int client) {
        Dispatch dispatch = dispatches.get(number);
        return dispatch != null
                && dispatch.client() == client
                && number <= sent
                && !here.containsKey(number);
    }

    InFlight reported(int number, Report report) {
        return new InFlight(
                dispatches, here.plus(number, report), before, last, sent, arrivals, log);
    }

    /** The client whose update is there next, by virtual time and then by client; or null. */
    @Nullable Dispatch next() {
        return dispatches.values().stream()
                .min(
                        Comparator.comparingDouble(Dispatch::arrives)
                                .thenComparingInt(Dispatch::client))
                .orElse(null);
    }

    /** The update of that client is there now. */
    InFlight arrived(Arrival arrival) {
        int number = arrival.dispatch().number();
        return new InFlight(
                dispatches.minus(number),
                here.minus(number),
                before,
                last,
                sent,
                arrivals.plus(arrival),
                log);
    }

    /** Updates of this round that can be combined. */
    long usable() {
        return arrivals.stream().filter(Arrival::isUsable).count();
    }

    /** Models sent in this round. */
    int sentInRound() {
        return last - before;
    }

    InFlight nextRound() {
        return new InFlight(dispatches, here, last, last, sent, arrivals, log);
    }

    /** The round's arrivals are in the model now and need not be kept. */
    InFlight combined() {
        return new InFlight(dispatches, here, before, last, sent, NONE.arrivals, NONE.log);
    }
}
