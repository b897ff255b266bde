package federarium.event;

import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens where the nodes are not all around one coordinator: with edges between, or with
 * none.
 */
public sealed interface WebEvent extends FederationEvent {

    /** Every node has its edge aggregator, for the whole run. */
    record EdgesAssigned(int round, List<EdgeSeat> edges) implements WebEvent {}

    /** An edge aggregator and its nodes, in client order. */
    record EdgeSeat(String edge, List<String> nodes) {}

    /**
     * Nodes without a coordinator were linked, for the whole run.
     *
     * @param kind of the graph, as the scenario names it
     * @param neighbours for each node, in client order, the places of those neighbours that come
     *     after it
     */
    record PeersLinked(int round, String kind, List<List<Integer>> neighbours)
            implements WebEvent {}

    /**
     * An edge averaged its nodes' updates, by examples, into its own model; the global one stays as
     * it is.
     *
     * @param sha256 hash of the edge's new model
     */
    record EdgeAggregated(int round, String edge, List<Share> shares, String sha256)
            implements WebEvent {}

    /** What an edge learned is not in the global model, and why. */
    record EdgeRejected(int round, String edge, String reason, @Nullable RuleScore score)
            implements WebEvent {}

    /**
     * The root combined its edges' models into the next global model, and all edges go on from it.
     *
     * @param shares the weight each edge was given; here an edge stands where else a node does
     * @param sha256 hash of the new global model
     * @param bytesUp payload of the edges' models
     * @param bytesDown payload of the new model, to every edge; {@link RoundClosed} counts both too
     */
    record EdgesCombined(int round, List<Share> shares, String sha256, long bytesUp, long bytesDown)
            implements WebEvent {}

    /**
     * A node trained its own model, which no coordinator sees.
     *
     * @param steps local optimiser steps behind it
     * @param loss the node's mean training loss in its last local epoch
     * @param norm Euclidean norm of the difference that it made
     */
    record ModelTrained(int round, String node, int examples, int steps, double loss, double norm)
            implements WebEvent {}

    /**
     * A node sent its model straight to its neighbours of the round, and got theirs.
     *
     * @param neighbours how many
     * @param bytes payload of what it sent
     */
    record ModelShared(int round, String node, int neighbours, long bytes) implements WebEvent {}

    /**
     * Every node of the round mixed its model with its neighbours'.
     *
     * @param sha256 hash of the plain mean of the models of the nodes that are not dropped
     */
    record ModelsMixed(int round, String sha256) implements WebEvent {}

    /**
     * How far the nodes are from agreeing.
     *
     * @param distance root mean square distance of their models, without those of dropped nodes, to
     *     the plain mean of them
     * @param spectralGap 1 − contraction: the larger, the faster they agree
     * @param contraction max(|λ₂|, |λₙ|) of the graph's mixing weights, by which a round without
     *     training shrinks the distance when all nodes are awake
     */
    record ConsensusMeasured(int round, double distance, double spectralGap, double contraction)
            implements WebEvent {}
}
