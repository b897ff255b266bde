package federarium.host;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.update.Weights;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What hostile nodes would send if they were honest, told to each other: everyone of them that is
 * asked knows it of all, asked or not. For a model each is computed once, by whoever needs it
 * first.
 */
final class Colluders {
    private volatile Known known = new Known(-1, Weights.zeros(0), new ConcurrentHashMap<>());

    private record Known(int round, Weights model, ConcurrentHashMap<Integer, Weights> updates) {

        boolean isOf(Train request) {
            return round == request.round() && model.equals(request.model());
        }
    }

    /** The updates of these nodes to the model of a request, in their order. */
    List<Weights> updates(Train request, List<Integer> nodes, Function<Train, Weights> honest) {
        Known here = of(request);
        return nodes.stream()
                .map(node ->
                        here.updates.computeIfAbsent(
                                node, client -> honest.apply(request.to(client))))
                .toList();
    }

    private synchronized Known of(Train request) {
        if (!known.isOf(request)) {
            known = new Known(request.round(), request.model(), new ConcurrentHashMap<>());
        }
        return known;
    }
}
