package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.aggregation.FedAsync;
import federarium.aggregation.FedBuff;
import federarium.aggregation.Gathered;
import federarium.aggregation.Staleness;
import federarium.coordinator.InFlight.Arrival;
import federarium.scenario.Mode;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes the next model of a round's arrivals, where clients don't wait for each other, and carries
 * on the versions of the model that are still being trained.
 */
final class Mixture {
    private static final String VERSION = "version.";

    private Mixture() {}

    /** The model after this round; without a usable update, as it is. */
    static Aggregate of(RoundState state) {
        List<Arrival> usable =
                state.inFlight().arrivals().stream()
                        .filter(Arrival::isUsable)
                        .sorted(
                                Comparator.comparingInt((Arrival each) -> each.dispatch().client())
                                        .thenComparingInt(each -> each.dispatch().number()))
                        .toList();
        Carried carried = versions(state);
        if (usable.isEmpty()) {
            return new Aggregate(state.model(), carried, List.of());
        }
        return switch (state.scenario().mode()) {
            case Mode.FedAsync mode -> {
                Dispatch dispatch = usable.getFirst().dispatch();
                yield new FedAsync(mode.alpha(), staleness(mode))
                        .aggregate(
                                state.model(),
                                sent(state, dispatch),
                                update(usable.getFirst()),
                                state.round() - dispatch.round(),
                                carried);
            }
            default ->
                    new FedBuff(state.scenario().aggregation().serverLearningRate())
                            .aggregate(
                                    new Gathered(
                                            state.model(),
                                            usable.stream().map(Mixture::update).toList(),
                                            carried),
                                    usable.stream()
                                            .mapToInt(
                                                    each -> state.round() - each.dispatch().round())
                                            .toArray());
        };
    }

    /** The model that a client was sent: today's, or an older one that was carried on for it. */
    static Weights sent(RoundState state, Dispatch dispatch) {
        return dispatch.round() == state.round()
                ? state.model()
                : Objects.requireNonNull(state.carried().named().get(key(dispatch)));
    }

    /** The models that somebody still trains from; a checkpoint holds them. */
    private static Carried versions(RoundState state) {
        TreeMap<String, Weights> named = new TreeMap<>();
        for (Dispatch each : state.inFlight().dispatches().values()) {
            named.put(key(each), sent(state, each));
        }
        return new Carried(named);
    }

    private static String key(Dispatch dispatch) {
        return VERSION + dispatch.version();
    }

    private static ClientUpdate update(Arrival arrival) {
        return ((Report.Received) arrival.report()).update();
    }

    private static Staleness staleness(Mode.FedAsync mode) {
        return switch (mode.staleness()) {
            case "constant" -> new Staleness.Constant();
            case "hinge" -> new Staleness.Hinge(mode.a(), mode.b());
            default -> new Staleness.Polynomial(mode.a());
        };
    }
}
