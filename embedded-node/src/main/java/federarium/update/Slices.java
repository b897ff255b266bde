package federarium.update;

import java.util.List;

/**
 * Which parameters of the global model the clients have, dealt to them in turn: client k has those
 * of slice k mod the number of slices.
 *
 * @param parameters of the global model
 * @param dealt at least one
 */
public record Slices(int parameters, List<Slice> dealt) {
    public Slices {
        dealt = List.copyOf(dealt);
    }

    /** Everybody has all of them. */
    public static Slices whole(int parameters) {
        return new Slices(parameters, List.of(Slice.whole(parameters)));
    }

    public Slice of(int client) {
        return dealt.get(client % dealt.size());
    }

    /** Whether everybody has all parameters. */
    public boolean areWhole() {
        return dealt.stream().allMatch(slice -> slice.size() == parameters);
    }

    /** The share of the parameters that a client has, above 0 and at most 1. */
    public double share(int client) {
        return (double) of(client).size() / parameters;
    }

    /** What each of these clients has of a model, in their order; alike slices are cut once. */
    public List<Weights> of(Weights model, List<Integer> clients) {
        List<Weights> parts = dealt.stream().map(slice -> slice.of(model)).toList();
        return clients.stream().map(client -> parts.get(client % parts.size())).toList();
    }
}
